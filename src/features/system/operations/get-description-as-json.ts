import type { Operation } from '../../../http/operation.ts';
import { descriptionLinks } from '../../../published-description.ts';
import { namesEntity } from '../../entity-tags.ts';
import { descriptionAsJson } from '../description-as-json.ts';

export const getDescriptionAsJson: Operation<'getDescriptionAsJson'> = async (_context, { headers }) => {
  const { document, etag } = descriptionAsJson();
  const described = { 'Cache-Control': 'public, no-cache', ETag: etag, Link: descriptionLinks } as const;
  if (namesEntity(headers['If-None-Match'], etag)) return { status: 304, headers: described };
  return { status: 200, headers: described, body: document };
};
