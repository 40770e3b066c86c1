import type { Operation } from '../../../http/operation.ts';
import { entityTagOf, namesEntity } from '../../entity-tags.ts';
import { statusBadge } from '../status-badge.ts';

export const getStatusBadge: Operation<'getStatusBadge'> = async (context, { path, query, headers }) => {
  const repository = `${path.repository_owner}/${path.repository_name}`;
  const { branch, platform } = query;
  const text = await statusBadge(context, { domain: path.domain, repository, branch, platform });
  const etag = entityTagOf(text);
  const described = { 'Cache-Control': 'public, no-cache', ETag: etag } as const;
  if (namesEntity(headers['If-None-Match'], etag)) return { status: 304, headers: described };
  return { status: 200, headers: { ...described, 'Content-Type': 'image/svg+xml' }, text };
};
