import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { link, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Transaction } from 'kysely';
import { pack, type Pack } from 'tar-stream';
import { descriptionVersion } from '../../generated/operations.ts';
import type { AppContext } from '../context.ts';
import type { Database } from '../db/database.ts';
import { appliedMigrations } from '../db/migrator.ts';
import { listTables, readDistinct, readSequences, readTable, withSnapshot } from '../db/whole-database.ts';
import { referringColumns } from '../features/files/discarded-contents.queries.ts';
import { formatVersion, manifestName, type Manifest, type Progress, type Seal, sealName } from './archive-format.ts';

type Source = Pick<AppContext, 'db' | 'blobs'>;

/** The file appears under its name when it is complete and on disk; one that is there is never replaced. */
export async function writeArchive(source: Source, file: string, progress: Progress): Promise<Seal> {
  const partial = `${file}.partial`;
  const archive = pack();
  const written = pipeline(archive, createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true }));
  try {
    const [seal] = await Promise.all([fill(source, archive, progress), written]);
    await link(partial, file);
    await using directory = await open(dirname(file));
    await directory.sync();
    return seal;
  } catch (error) {
    archive.destroy();
    await written.catch(() => {});
    throw error;
  } finally {
    await rm(partial, { force: true });
  }
}

async function fill(source: Source, archive: Pack, progress: Progress): Promise<Seal> {
  return withSnapshot(source.db, async (trx) => {
    const manifest: Manifest = {
      format: 'spci-backup',
      format_version: formatVersion,
      created_at: new Date().toISOString(),
      spci_version: descriptionVersion,
      migrations: await appliedMigrations(trx),
      tables: await listTables(trx),
    };
    await add(archive, manifestName, JSON.stringify(manifest));
    const rows = await addRows(trx, archive, manifest.tables, progress);
    const contents = await addContents(source, trx, archive, progress);
    const seal: Seal = { ...rows, ...contents, sequences: await readSequences(trx) };
    await add(archive, sealName, JSON.stringify(seal));
    archive.finalize();
    return seal;
  });
}

function add(archive: Pack, name: string, content: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  archive.entry({ name, mode: 0o600 }, content, (error) => (error ? reject(error) : resolve()));
  archive.once('close', () => reject(new Error('the archive could not be written')));
  return promise;
}

async function addRows(
  trx: Transaction<Database>,
  archive: Pack,
  tables: readonly string[],
  progress: Progress,
): Promise<Pick<Seal, 'row_counts' | 'rows_sha256'>> {
  const hash = createHash('sha256');
  const row_counts: Record<string, number> = {};
  for (const table of tables) {
    let [number, count] = [0, 0];
    for await (const lines of readTable(trx, table)) {
      const name = `rows/${table}/${String((number += 1)).padStart(8, '0')}.jsonl`;
      const text = `${lines.join('\n')}\n`;
      hash.update(`${name}\n${text}`);
      await add(archive, name, text);
      count += lines.length;
    }
    row_counts[table] = count;
    if (count > 0) progress(`rows of ${table}: ${count}`);
  }
  return { row_counts, rows_sha256: hash.digest('hex') };
}

async function addContents(
  { blobs }: Source,
  trx: Transaction<Database>,
  archive: Pack,
  progress: Progress,
): Promise<Pick<Seal, 'content_count' | 'content_bytes' | 'missing_contents'>> {
  let [content_count, content_bytes] = [0, 0];
  const missing_contents: string[] = [];
  for await (const names of readDistinct(trx, referringColumns)) {
    for (const sha256 of names) {
      const blob = await blobs.open(sha256);
      if (blob === undefined) {
        missing_contents.push(sha256);
        continue;
      }
      await pipeline(blob.stream, archive.entry({ name: `contents/${sha256}`, size: blob.size_bytes, mode: 0o600 }));
      content_count += 1;
      content_bytes += blob.size_bytes;
    }
    progress(`contents: ${content_count}, ${content_bytes} bytes`);
  }
  return { content_count, content_bytes, missing_contents };
}
