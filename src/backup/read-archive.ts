import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { extract, type Extract } from 'tar-stream';
import { ArchiveRefused, formatVersion, manifestName, type Manifest, type Seal, sealName } from './archive-format.ts';

type Entry = Extract extends AsyncIterable<infer Each> ? Each : never;

export interface ArchivedContent {
  readonly sha256: string;
  readonly size_bytes: number;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** What is done with each part, in the order of the archive. */
export interface ArchiveVisitor {
  manifest(manifest: Manifest): Promise<void>;
  rows(table: string, lines: readonly string[]): Promise<void>;
  /** Reads the bytes to their end, and tells the digest that they have. */
  content(content: ArchivedContent): Promise<string>;
  seal(seal: Seal): Promise<void>;
}

/** Of rows that one entry holds, and of what tells about the archive. */
const heldBytesMax = 512 * 1024 ** 2;

interface Walk {
  manifest: Manifest | undefined;
  seal: Seal | undefined;
  readonly hash: ReturnType<typeof createHash>;
  readonly counts: Record<string, number>;
  contentCount: number;
}

/** Refuses whatever is not exactly what a backup wrote, before its visitor has seen the seal. */
export async function readArchive(file: string, visitor: ArchiveVisitor): Promise<void> {
  const walk: Walk = { manifest: undefined, seal: undefined, hash: createHash('sha256'), counts: {}, contentCount: 0 };
  const source = createReadStream(file);
  const archive = extract();
  source.on('error', (error) => archive.destroy(error));
  source.pipe(archive);
  try {
    for await (const entry of archive) await visit(walk, entry, visitor);
  } catch (error) {
    throw isOfTheFormat(error) ? new ArchiveRefused('the file is no archive, or not a whole one') : error;
  } finally {
    source.destroy();
  }
  if (walk.seal === undefined) throw new ArchiveRefused('the archive has no end: it was cut');
}

function isOfTheFormat(error: unknown): boolean {
  return Error.isError(error) && /^(Unexpected end of data|Invalid tar header|Premature close)/.test(error.message);
}

async function visit(walk: Walk, entry: Entry, visitor: ArchiveVisitor): Promise<void> {
  const { name, size = 0, type } = entry.header;
  if (walk.seal !== undefined || type !== 'file') throw new ArchiveRefused(`the archive has a stray entry`);
  if (walk.manifest === undefined) {
    if (name !== manifestName) throw new ArchiveRefused('the archive is no backup');
    walk.manifest = manifestOf(await parsed(entry, size));
    return visitor.manifest(walk.manifest);
  }
  const [, table] = /^rows\/([a-z_0-9]+)\/\d{8}\.jsonl$/.exec(name) ?? [];
  const [, sha256] = /^contents\/([0-9a-f]{64})$/.exec(name) ?? [];
  if (table !== undefined && walk.manifest.tables.includes(table)) return visitRows(walk, entry, table, visitor);
  if (sha256 !== undefined) {
    if ((await visitor.content({ sha256, size_bytes: size, bytes: bytesOf(entry) })) !== sha256)
      throw new ArchiveRefused(`the content ${sha256} is damaged`);
    walk.contentCount += 1;
    return;
  }
  if (name !== sealName) throw new ArchiveRefused('the archive has an entry that no backup writes');
  const seal = sealOf(await parsed(entry, size), walk);
  walk.seal = seal;
  return visitor.seal(seal);
}

async function* bytesOf(entry: Entry): AsyncGenerator<Uint8Array> {
  for await (const chunk of entry) if (chunk instanceof Uint8Array) yield chunk;
}

async function visitRows(walk: Walk, entry: Entry, table: string, visitor: ArchiveVisitor): Promise<void> {
  const text = await textOf(entry, entry.header.size ?? 0);
  walk.hash.update(`${entry.header.name}\n${text}`);
  const lines = text.trimEnd().split('\n');
  walk.counts[table] = (walk.counts[table] ?? 0) + lines.length;
  await visitor.rows(table, lines);
}

async function textOf(entry: Entry, size: number): Promise<string> {
  if (size > heldBytesMax) throw new ArchiveRefused('the archive has an entry that is too large');
  return (await buffer(bytesOf(entry))).toString('utf8');
}

async function parsed(entry: Entry, size: number): Promise<unknown> {
  const text = await textOf(entry, size);
  try {
    return JSON.parse(text);
  } catch {
    throw new ArchiveRefused('the archive is damaged');
  }
}

function manifestOf(value: unknown): Manifest {
  const manifest = value as Partial<Manifest> | null;
  if (manifest?.format !== 'spci-backup') throw new ArchiveRefused('the archive is no backup');
  if (manifest.format_version !== formatVersion)
    throw new ArchiveRefused(`the archive has format ${manifest.format_version}, not ${formatVersion}`);
  if (!Array.isArray(manifest.tables) || !Array.isArray(manifest.migrations))
    throw new ArchiveRefused('the archive is damaged');
  return manifest as Manifest;
}

function sealOf(value: unknown, walk: Walk): Seal {
  const seal = value as Seal;
  const counted = (walk.manifest?.tables ?? []).every((table) => seal.row_counts[table] === (walk.counts[table] ?? 0));
  if (!counted || seal.rows_sha256 !== walk.hash.digest('hex') || seal.content_count !== walk.contentCount)
    throw new ArchiveRefused('the archive is damaged: what is in it is not what was put in');
  return seal;
}
