import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

export interface PublishedText {
  readonly text: string;
  readonly etag: string;
}

const digestOf = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const read = (path: string): Buffer => readFileSync(new URL(path, import.meta.url));

const bytes = read('../openapi.yaml');

/** Names the description in every answer. */
export const descriptionDigest = digestOf(bytes);

/** As it was when the process started: what its requests and answers are checked against. */
export const publishedDescription: PublishedText = { text: bytes.toString('utf8'), etag: `"${descriptionDigest}"` };

/** Relative to the server, so that it is one constant. */
export const descriptionLinks = [
  '</openapi.json>; rel="service-desc"; type="application/json"',
  '</docs>; rel="service-doc"; type="text/html"',
  '</.well-known/api-catalog>; rel="api-catalog"',
].join(', ');
