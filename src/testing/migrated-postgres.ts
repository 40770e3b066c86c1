import { migrate } from '../db/migrator.ts';
import { openDatabase, type OpenDatabase } from '../db/open-database.ts';
import { createTestDatabase } from './postgres-databases.ts';
import { testPostgres } from './postgres-server.ts';

/** A migrated database of its own on the PostgreSQL of the tests; closing it leaves nothing behind. */
export async function openMigratedPostgres(): Promise<OpenDatabase> {
  const server = await testPostgres();
  const database = await createTestDatabase(server.url);
  const opened = await openDatabase({ databaseUrl: database.url, directory: '' }, { warn: () => undefined });
  await migrate(opened.db);
  return {
    ...opened,
    close: async () => {
      await opened.close();
      await database.drop();
      await server.stop();
    },
  };
}
