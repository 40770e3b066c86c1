import type { Operation } from '../../../http/operation.ts';
import { namesEntity } from '../../entity-tags.ts';
import { documentationPolicy, pageFor } from '../documentation-page.ts';

export const getDocumentation: Operation<'getDocumentation'> = async (_context, { headers }) => {
  const { bytes, etag, encoding } = await pageFor(headers['Accept-Encoding']);
  const described = {
    'Cache-Control': 'public, no-cache',
    'Content-Security-Policy': documentationPolicy(),
    ETag: etag,
    Vary: 'Accept-Encoding',
  } as const;
  if (namesEntity(headers['If-None-Match'], etag)) return { status: 304, headers: described };
  const coded = encoding === undefined ? {} : ({ 'Content-Encoding': encoding } as const);
  return {
    status: 200,
    headers: { ...described, ...coded, 'Content-Type': 'text/html; charset=utf-8' },
    text: bytes,
  };
};
