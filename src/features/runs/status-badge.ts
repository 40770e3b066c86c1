import { makeBadge } from 'badge-maker';
import type { AppContext } from '../../context.ts';
import { notFound } from '../../errors.ts';
import type { Platform } from '../../principal.ts';
import type { RunStatus } from '../results/verdict.ts';
import { findBadgedRepository, listLatestStatuses } from './status-badge.queries.ts';

interface BadgeRequest {
  /** Slug. */
  readonly domain: string;
  /** `owner/name`. */
  readonly repository: string;
  /** The repository's main branch when left out. */
  readonly branch?: string | undefined;
  /** The worst of all when left out. */
  readonly platform?: Platform | undefined;
}

/** The worst first. */
const messages: readonly (readonly [RunStatus, message: string, color: string])[] = [
  ['error', 'error', 'red'],
  ['fail', 'failing', 'red'],
  ['incomplete', 'incomplete', 'yellow'],
  ['pass', 'passing', 'brightgreen'],
];
const unknown = [undefined, 'unknown', 'lightgrey'] as const;

/** A picture in SVG, which says how the latest runs of the branch ended. */
export async function statusBadge(
  { db }: Pick<AppContext, 'db'>,
  { domain, repository, branch, platform }: BadgeRequest,
): Promise<string> {
  const badged = await findBadgedRepository(db, { domain, repository });
  if (badged === undefined) throw notFound('repository');
  const { id, default_branch } = badged;
  const statuses = await listLatestStatuses(db, { repository_id: id, branch: branch ?? default_branch, platform });
  const [, message, color] = messages.find(([status]) => statuses.includes(status)) ?? unknown;
  return makeBadge({ label: platform ?? 'tests', message, color });
}
