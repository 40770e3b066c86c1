import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const bytes = readFileSync(new URL('../../../openapi.yaml', import.meta.url));

/** As it was when the process started: what its requests and answers are checked against. */
export const publishedDescription = {
  text: bytes.toString('utf8'),
  etag: `"${createHash('sha256').update(bytes).digest('hex')}"`,
};
