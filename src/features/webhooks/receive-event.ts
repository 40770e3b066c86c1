import type { AppContext } from '../../context.ts';
import { AppError } from '../../errors.ts';
import { ForgeUnavailable } from '../../forge/forge-failures.ts';
import { findCommit } from '../../forge/github-repository.ts';
import { sweepAwaitedRuns } from '../runs/awaited-runs.ts';
import { applyEvent, type Effects, type ReleasedCommit } from './event-effects.ts';
import { readEvent, type AskedByEvent, type GithubEvent } from './github-event.ts';
import { deleteOldDeliveries, insertDelivery } from './webhooks.queries.ts';

export interface Delivery {
  readonly id: string;
  /** The kind of the event, in GitHub's words. */
  readonly event: string;
  readonly body: GithubEvent;
}

/** GitHub delivers the same again for three days at most. */
const deliveryDays = 30;

/**
 * What came of a delivery; undefined when it was taken before. The record of it and its effect are one transaction: one
 * that is repeated, because nobody knows whether it was taken, has its effect once.
 */
export async function receiveEvent(
  context: Pick<AppContext, 'db' | 'settings' | 'runWakeup'>,
  { id, event, body }: Delivery,
): Promise<Effects | undefined> {
  const asked = readEvent(event, body);
  const repository = body.repository?.full_name ?? '';
  const released = await releasedCommit(context, repository, asked);
  const effects = await context.db.transaction().execute(async (trx) => {
    const isNew = await insertDelivery(trx, { delivery_id: id, event });
    return isNew ? applyEvent(trx, repository, asked, released) : undefined;
  });
  if (effects !== undefined && effects.runIds.length > 0) context.runWakeup.announce();
  return effects;
}

/** A release names the branch that its tag was made from, so GitHub is asked for the commit of the tag. */
async function releasedCommit(
  { settings: { forge } }: Pick<AppContext, 'settings'>,
  repository: string,
  asked: AskedByEvent,
): Promise<ReleasedCommit> {
  if (asked.kind !== 'record_version') return undefined;
  if (/^[0-9a-f]{40}$/.test(asked.target)) return asked.target;
  if (forge === undefined) return undefined;
  try {
    return await findCommit(forge, repository, asked.tag);
  } catch (failure) {
    if (!(failure instanceof ForgeUnavailable)) throw failure;
    throw new AppError('unavailable', 'GitHub did not answer which commit was released.', {}, failure);
  }
}

/** What is not needed any more to tell repeated deliveries, and builds that have not come. */
export async function sweepEvents({ db }: Pick<AppContext, 'db'>): Promise<void> {
  await deleteOldDeliveries(db, deliveryDays);
  await sweepAwaitedRuns(db);
}
