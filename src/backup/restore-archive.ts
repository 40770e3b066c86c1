import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { AppContext } from '../context.ts';
import type { Database } from '../db/database.ts';
import { appliedMigrations, knownMigrations, migrate, migrateTo } from '../db/migrator.ts';
import { isUsed, replaceRows, writeRows, writeSequences } from '../db/whole-database.ts';
import { ArchiveRefused, InstallationRefused, type Manifest, type Progress, type Seal } from './archive-format.ts';
import { readArchive, type ArchivedContent } from './read-archive.ts';

type Target = Pick<AppContext, 'db' | 'blobs'>;

/** Nothing is written before all of the archive was found whole. */
export async function restoreArchive(target: Target, file: string, progress: Progress): Promise<Seal> {
  return restoreChecked(target, file, await checkArchive(file), progress);
}

/** The rows appear in one transaction; contents come before its end, and go again when it fails. */
export async function restoreChecked(
  target: Target,
  file: string,
  manifest: Manifest,
  progress: Progress,
): Promise<Seal> {
  await fitSchema(target, manifest);
  const seal = await restoreRowsAndContents(target, file, progress);
  await migrate(target.db);
  return seal;
}

async function restoreRowsAndContents(target: Target, file: string, progress: Progress): Promise<Seal> {
  const put: string[] = [];
  try {
    const seal = await target.db.transaction().execute(async (trx) => {
      await refuseUsed(trx);
      return fill(target, trx, file, put, progress);
    });
    return seal;
  } catch (error) {
    for (const sha256 of put) await target.blobs.remove(sha256, -clockSkewMs).catch(() => false);
    throw error;
  }
}

async function refuseUsed(trx: Transaction<Database>): Promise<void> {
  if (await isUsed(trx)) throw new InstallationRefused('the installation is not empty: it has accounts');
}

/** The store's clock may be ahead. */
const clockSkewMs = 3_600_000;

/** Reads all of it. */
export async function checkArchive(file: string): Promise<Manifest> {
  let found: Manifest | undefined;
  await readArchive(file, {
    manifest: async (manifest) => {
      found = manifest;
      const known = knownMigrations();
      if (!manifest.migrations.every((name, index) => name === known[index]))
        throw new ArchiveRefused(`the archive is of another version, ${manifest.spci_version}`);
    },
    rows: async () => {},
    content: digestOf,
    seal: async () => {},
  });
  if (found === undefined) throw new ArchiveRefused('the archive is no backup');
  return found;
}

async function digestOf({ bytes }: ArchivedContent): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of bytes) hash.update(chunk);
  return hash.digest('hex');
}

/** Rows fit the schema that they were taken from; what has changed since is done to them afterwards. */
async function fitSchema({ db }: Target, { migrations }: Manifest): Promise<void> {
  const applied = await appliedMigrations(db);
  if (applied.length > 0) await db.transaction().execute(refuseUsed);
  const last = migrations.at(-1);
  if (applied.length > migrations.length || last === undefined)
    throw new InstallationRefused('the schema is newer than the archive: restore into a database without tables');
  await migrateTo(db, last);
}

async function fill(
  { blobs }: Target,
  trx: Transaction<Database>,
  file: string,
  put: string[],
  progress: Progress,
): Promise<Seal> {
  let sealed: Seal | undefined;
  let [table, count] = ['', 0];
  const write = (): Promise<void> =>
    readArchive(file, {
      manifest: async () => {},
      rows: async (name, lines) => {
        if (name !== table) progress(`rows of ${name}`);
        table = name;
        await writeRows(trx, name, lines);
      },
      content: async ({ bytes, sha256, size_bytes }) => {
        const isNew = !(await blobs.has(sha256));
        const stored = await blobs.put(bytes, { bytesMax: size_bytes, expectedSha256: sha256 });
        if (isNew) put.push(sha256);
        if ((count += 1) % 500 === 0) progress(`contents: ${count}`);
        return stored.sha256;
      },
      seal: async (seal) => {
        sealed = seal;
        await writeSequences(trx, seal.sequences);
      },
    });
  await replaceRows(trx, write);
  if (sealed === undefined) throw new ArchiveRefused('the archive changed while it was read');
  return sealed;
}
