import { expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { publishedDescription } from './published-description.ts';

test('the description that is served is the file in the source tree, named by its digest', async () => {
  const file = await readFile(new URL('../openapi.yaml', import.meta.url));
  expect(publishedDescription.text).toBe(file.toString('utf8'));
  expect(publishedDescription.etag).toBe(`"${createHash('sha256').update(file).digest('hex')}"`);
});
