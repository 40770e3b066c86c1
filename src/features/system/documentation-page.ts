import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { entityTagOf } from '../entity-tags.ts';

export interface PageRepresentation {
  readonly bytes: Uint8Array;
  readonly etag: string;
  readonly encoding: 'gzip' | undefined;
}

/** As it was when the process started, like the description that it shows. */
const page = readFileSync(new URL('../../../generated/docs.html', import.meta.url));

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

const plain = once((): PageRepresentation => ({ bytes: page, etag: entityTagOf(page), encoding: undefined }));

/** About 0.1 s of work outside the event loop, once in a process. */
const compressed = once(async (): Promise<PageRepresentation> => {
  const bytes = await promisify(gzip)(page, { level: 9 });
  return { bytes, etag: entityTagOf(bytes), encoding: 'gzip' };
});

const inlineScript = /<script(?: type="module")?>([\s\S]*?)<\/script>/g;

/**
 * Scripts by their hashes and nothing from elsewhere, so that text of the description cannot become a program. Styles
 * are written by the page's own script while it runs, for which there is no hash; its search runs in a worker that the
 * script makes from a blob, and its icons are data.
 */
export const documentationPolicy = once((): string => {
  const hashes = [...page.toString('utf8').matchAll(inlineScript)].map(
    ([, source = '']) => `'sha256-${createHash('sha256').update(source).digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    `script-src ${hashes.join(' ')}`,
    "style-src 'unsafe-inline'",
    'font-src data:',
    'img-src data:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
});

/** Whether an `Accept-Encoding` takes gzip: named, or meant by `*`, and not with `q=0`. */
export function acceptsGzip(header: string | undefined): boolean {
  const codings = (header ?? '').split(',').map((coding) => {
    const [name = '', ...parameters] = coding.split(';').map((part) => part.trim().toLowerCase());
    return { name, refused: parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)) };
  });
  const coding = codings.find(({ name }) => name === 'gzip') ?? codings.find(({ name }) => name === '*');
  return coding?.refused === false;
}

export async function pageFor(acceptEncoding: string | undefined): Promise<PageRepresentation> {
  return acceptsGzip(acceptEncoding) ? compressed() : plain();
}
