import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { createHash, randomUUID } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate } from '../db/migrator.ts';
import { openInMemory, type OpenDatabase } from '../db/open-database.ts';

const root = join(import.meta.dirname, '../..');
const migrationsDirectory = join(root, 'src/db/migrations');
const embeddedPackage = join(root, 'node_modules/@electric-sql/pglite/package.json');

/** Stands for all that the snapshot is made of. */
async function keyOfSnapshot(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(embeddedPackage));
  for (const name of (await readdir(migrationsDirectory)).sort())
    hash.update(`\0${name}\0`).update(await readFile(join(migrationsDirectory, name)));
  return hash.digest('hex').slice(0, 16);
}

async function makeSnapshot(path: string): Promise<void> {
  const pglite = await PGlite.create();
  const db = new Kysely({ dialect: new PGliteDialect({ pglite }) });
  await migrate(db);
  const dump = await pglite.dumpDataDir('none');
  await db.destroy();
  const partial = `${path}.${randomUUID()}`;
  await writeFile(partial, Buffer.from(await dump.arrayBuffer()));
  await rename(partial, path);
}

/**
 * The files of an embedded database after all migrations, as a tar archive: to make one takes some seconds, to read one
 * some tenths. Made by whoever needs it first, and kept until the dependencies are installed again.
 */
export async function migratedSnapshot(): Promise<string> {
  const directory = join(root, 'node_modules/.cache/spci');
  const path = join(directory, `migrated-${await keyOfSnapshot()}.tar`);
  const isThere = (await readdir(directory).catch(() => [])).some((name) => path.endsWith(`/${name}`));
  if (isThere) return path;
  await mkdir(directory, { recursive: true });
  await makeSnapshot(path);
  return path;
}

/** A migrated database for one test file, with nothing on disk. */
export async function openMigrated(): Promise<OpenDatabase> {
  return openInMemory(await openAsBlob(await migratedSnapshot()));
}
