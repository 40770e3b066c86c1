import { existsSync } from 'node:fs';
import { writeArchive } from '../backup/write-archive.ts';
import { openInstallation, readFileArgument, runCommand, tellProgress } from '../backup/command.ts';
import { pendingMigrations } from '../db/migrator.ts';
import { InstallationRefused } from '../backup/archive-format.ts';

const usage = `usage: npm run backup -- FILE

Writes the whole installation, its rows and its contents, into one archive that
npm run restore reads, on the embedded database or on PostgreSQL. The settings
(DATABASE_URL, SPCI_DATA_DIR, SPCI_BLOBS, …) are those of the server.

A server on PostgreSQL goes on meanwhile: the archive holds one moment. The
embedded database belongs to one process, so stop its server first.

The archive holds digests of passwords and tokens; it is readable by you alone.
It does not hold the keys (SPCI_LOOKUP_KEYS, or lookup-keys in the state
directory): without them no token works, so keep them beside it.

exit: 0 done, 64 usage, 70 failed, 73 FILE exists or cannot be written,
      75 the database belongs to a running server, 78 configuration`;

await runCommand(async () => {
  const file = readFileArgument(usage, process.argv.slice(2));
  if (existsSync(file)) throw Object.assign(new Error(`${file} exists`), { code: 'EEXIST' });
  await using installation = await openInstallation(process.env);
  if ((await pendingMigrations(installation.db)).length > 0)
    throw new InstallationRefused('migrations are pending, or nothing is there: run npm run migrate');
  const seal = await writeArchive(installation, file, tellProgress);
  const rows = Object.values(seal.row_counts).reduce((sum, count) => sum + count, 0);
  for (const sha256 of seal.missing_contents) tellProgress(`missing in the store: ${sha256}`);
  tellProgress(`${file}: ${rows} rows, ${seal.content_count} contents of ${seal.content_bytes} bytes`);
}, 'cannotCreate');
