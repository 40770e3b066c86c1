import type { Operation } from '../../../http/operation.ts';
import { descriptionLinks, publishedDescription } from '../../../published-description.ts';
import { namesEntity } from '../../entity-tags.ts';

export const getDescription: Operation<'getDescription'> = async (_context, { headers }) => {
  const { etag, text } = publishedDescription;
  const described = { 'Cache-Control': 'public, no-cache', ETag: etag, Link: descriptionLinks } as const;
  if (namesEntity(headers['If-None-Match'], etag)) return { status: 304, headers: described };
  return { status: 200, headers: { ...described, 'Content-Type': 'application/yaml; charset=utf-8' }, text };
};
