import type { Operation } from '../../../http/operation.ts';
import { publishedDescription } from '../published-description.ts';

export const getDescription: Operation<'getDescription'> = async () => ({
  status: 200,
  headers: { 'Content-Type': 'application/yaml; charset=utf-8', ETag: publishedDescription.etag },
  text: publishedDescription.text,
});
