import { ConfigurationError, settingsFrom } from '../config.ts';
import { migrate } from '../db/migrator.ts';
import { openDatabase } from '../db/open-database.ts';
import { createLogger } from '../logger.ts';

const logger = createLogger('info');
try {
  const settings = settingsFrom(process.env);
  const database = await openDatabase({ databaseUrl: settings.databaseUrl, directory: settings.dataDirectory }, logger);
  try {
    const names = await migrate(database.db);
    logger.info({ migrations: names }, names.length === 0 ? 'nothing to migrate' : 'migrated');
  } finally {
    await database.close();
  }
} catch (error) {
  logger.fatal({ err: error }, 'the migration failed');
  process.exitCode = error instanceof ConfigurationError ? 78 : 70;
}
