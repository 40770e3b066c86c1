import { fileTypeFromBuffer } from 'file-type';
import type { Kysely } from 'kysely';
import mime from 'mime';
import type { Readable } from 'node:stream';
import type { Database } from '../../db/database.ts';
import { inspectedBytes } from '../files/inspected-bytes.ts';
import { assertNoneForbidden } from '../system/forbidden-extensions.ts';

/** As much as tells every type that the library knows by its beginning. */
const headBytes = 4100;

/** Refuses a name that ends in a forbidden extension. Windows drops dots and spaces behind a name. */
export async function assertTakenName(db: Kysely<Database>, filename: string): Promise<void> {
  const extension = /\.([A-Za-z0-9]{1,32})[. ]*$/.exec(filename)?.[1];
  await assertNoneForbidden(db, extension === undefined ? [] : [extension.toLowerCase()]);
}

export interface TakenBytes {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Whether they begin as text does, once they have been read. */
  isText(): boolean;
}

/** The bytes, unless they begin as a type does that has a forbidden extension, whatever the file is called. */
export function takenBytes(db: Kysely<Database>, body: Readable): TakenBytes {
  let text = false;
  const bytes = inspectedBytes(body, headBytes, async (head) => {
    text = beginsAsText(head);
    await assertNoneForbidden(db, await extensionsOf(head));
  });
  return { bytes, isText: () => text };
}

/** UTF-8 without NUL; its last character may be cut. */
export function beginsAsText(head: Uint8Array): boolean {
  if (head.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Every extension of the type that the bytes begin as; none for what is no type that can be told so. */
async function extensionsOf(head: Uint8Array): Promise<string[]> {
  // A beginning that is cut, or damaged on purpose, is of no type.
  const type = await fileTypeFromBuffer(head).catch(() => undefined);
  if (type === undefined) return [];
  // Some of the library's own are of two parts, such as `tar.gz`.
  const own = type.ext.split('.').at(-1) ?? type.ext;
  return [...new Set([own, ...(mime.getAllExtensions(type.mime) ?? [])])];
}
