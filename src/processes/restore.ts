import { openInstallation, readFileArgument, runCommand, tellProgress } from '../backup/command.ts';
import { checkArchive, restoreChecked } from '../backup/restore-archive.ts';

const usage = `usage: npm run restore -- FILE

Puts what npm run backup wrote into an installation that nobody has used yet,
on the embedded database or on PostgreSQL, whichever the archive came from. The
settings (DATABASE_URL, SPCI_DATA_DIR, SPCI_BLOBS, …) are those of the server,
which must not run.

The whole archive is checked before anything is written; if it fails later, all
that was written is taken back. Set SPCI_LOOKUP_KEYS to the keys of the
installation it came from, or put its lookup-keys file into the state directory:
without them no token works, and passwords still do.

exit: 0 done, 64 usage, 65 the archive is cut, damaged or of another version,
      66 there is no FILE, 70 failed, 75 the database belongs to a running
      server, 78 configuration, or the installation is not empty`;

await runCommand(async () => {
  const file = readFileArgument(usage, process.argv.slice(2));
  tellProgress('checking the archive');
  const manifest = await checkArchive(file);
  await using installation = await openInstallation(process.env);
  const seal = await restoreChecked(installation, file, manifest, tellProgress);
  const rows = Object.values(seal.row_counts).reduce((sum, count) => sum + count, 0);
  for (const sha256 of seal.missing_contents) tellProgress(`missing already when it was backed up: ${sha256}`);
  tellProgress(`restored ${rows} rows, ${seal.content_count} contents of ${seal.content_bytes} bytes`);
}, 'noInput');
