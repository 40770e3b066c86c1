import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { components } from '../../../generated/api.ts';

export interface JsonDescription {
  readonly document: components['schemas']['OpenApiDocument'];
  readonly etag: string;
}

let loaded: JsonDescription | undefined;

/** Read when it is first asked for: most processes never are, and it takes some megabytes. */
export function descriptionAsJson(): JsonDescription {
  loaded ??= load();
  return loaded;
}

function load(): JsonDescription {
  const text = readFileSync(new URL('../../../generated/openapi.json', import.meta.url), 'utf8');
  const document = JSON.parse(text) as JsonDescription['document'];
  const digest = createHash('sha256').update(JSON.stringify(document)).digest('hex');
  return { document, etag: `"${digest}"` };
}
