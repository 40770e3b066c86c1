import { Busboy, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { AppError, invalidFields } from '../errors.ts';

export interface FormFile {
  /** As it was sent, without directories before it. */
  readonly name: string;
  /** To be read to its end; fails when the form is refused. */
  readonly bytes: Readable;
}

/** The body of an operation that takes `multipart/form-data` with one part, `file`. */
export interface FileForm {
  /** What `take` makes of the file, once the form has ended and holds nothing else. */
  read<T>(take: (file: FormFile) => Promise<T>): Promise<T>;
}

export function fileForm(request: IncomingMessage, bytesMax: number): FileForm {
  return { read: (take) => readFileForm(request, bytesMax, take) };
}

const refusedForm = (text: string): AppError => invalidFields({ body: [text] });
const refusedFile = (text: string): AppError => invalidFields({ 'body.file': [text] });

function parserFor(request: IncomingMessage): BusboyInstance {
  const type = request.headers['content-type'];
  if (type === undefined) throw refusedForm('must be given');
  const headers: BusboyHeaders = { ...request.headers, 'content-type': type };
  return new Busboy({
    headers,
    isPartAFile: () => true,
    limits: { parts: 1, headerPairs: 20, headerSize: 16_384 },
  });
}

function faultOf(part: string | undefined, name: string | undefined): AppError | undefined {
  if (part !== 'file') return invalidFields({ [`body.${(part ?? '').slice(0, 100)}`]: ['is not a part of this form'] });
  if (name === undefined || name === '') return refusedFile('must have the name of a file');
  if (/[\u0000-\u001f\u007f/\\]/.test(name)) return refusedFile('must have a name without control characters');
  return [...name].length > 255 ? refusedFile('must have a name of at most 255 characters') : undefined;
}

/**
 * The request is never destroyed: its connection carries the refusal. Whatever fails first, be it the sender, the form
 * or `take`, stops the reading and is what is told; `take` has ended by then.
 */
async function readFileForm<T>(
  request: IncomingMessage,
  bytesMax: number,
  take: (file: FormFile) => Promise<T>,
): Promise<T> {
  const form = parserFor(request);
  let file: Readable | undefined;
  let taking: Promise<T> | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      const malformed = (): void => reject(refusedForm('is not a form as its Content-Type says'));
      form.once('finish', resolve);
      form.on('error', malformed);
      form.once('partsLimit', () => reject(refusedForm('must have one part, the file')));
      form.once('file', (part: string | undefined, bytes: Readable, name: string | undefined) => {
        bytes.on('error', malformed);
        const fault = faultOf(part, name);
        if (fault !== undefined) return reject(fault);
        file = bytes;
        taking = take({ name: name ?? '', bytes });
        taking.catch(reject);
      });
      request.on('error', reject);
      countBytes(request, bytesMax, reject);
      request.pipe(form);
    });
  } catch (reason) {
    request.unpipe(form);
    file?.destroy(reason instanceof Error ? reason : undefined);
    await taking?.catch(() => undefined);
    throw reason;
  }
  if (taking === undefined) throw refusedFile('must be given');
  return taking;
}

function countBytes(request: IncomingMessage, bytesMax: number, refuse: (reason: AppError) => void): void {
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > bytesMax)
      refuse(
        new AppError('payload_too_large', 'The body is larger than this operation takes.', { bytes_max: bytesMax }),
      );
  });
}
