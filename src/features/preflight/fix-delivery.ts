import { existingSite } from '../sites/site-lookup.ts';
import { delegatedCredential } from './delegated-credential.ts';
import { retireToken } from './job-tokens.ts';
import {
  failWork,
  leaseMs,
  performHeld,
  WorkImpossible,
  WorkLost,
  workBounds,
  type WorkContext,
} from './leased-work.ts';
import { claimWork, completeFixes, updateResponse, type ClaimedWork } from './leases.queries.ts';
import { openSiteHttp } from './site-access.ts';
import type { SiteRow } from '../sites/sites.table.ts';

type ClaimedFixes = ClaimedWork<'fixes'>;

const answerMs = 10_000;

/** As `performJob`. What was delivered may be delivered again, by an attempt that did not see the answer. */
export async function performDelivery(context: WorkContext, fixId: string, signal: AbortSignal): Promise<void> {
  const delivery = await claimWork(context.db, 'fixes', fixId, { ...workBounds, leaseMs });
  if (delivery !== undefined) await performHeld(context, delivery, signal, (held) => deliver(context, delivery, held));
}

async function deliver(context: WorkContext, delivery: ClaimedFixes, signal: AbortSignal): Promise<void> {
  const { db } = context;
  const site = await existingSite(db, delivery.domain_id, delivery.site_id);
  if (site.fix_endpoint === null) throw new WorkImpossible(failures.endpointMissing);
  const { authorization, kept } = await delegatedCredential(context, delivery, site);
  const status = await sent(context, { delivery, site, url: site.fix_endpoint, authorization, signal });
  const now = { ...delivery, sealed_token: kept };
  if (status !== null && status >= 200 && status < 300) {
    if (!(await completeFixes(db, delivery, status))) throw new WorkLost();
    return retireToken(context, now);
  }
  if (!(await updateResponse(db, delivery, status))) throw new WorkLost();
  if (isRefusal(status)) return failWork(context, now, failures.endpointRefused);
  if (delivery.attempt >= workBounds.attemptsMax) return failWork(context, now, failures.endpointUnreachable);
  throw new Error(`the fix endpoint did not take what was sent: ${status ?? 'no answer'}`);
}

/** What the endpoint says of the fixes, and not of the moment. */
const isRefusal = (status: number | null): boolean =>
  status !== null && status >= 400 && status < 500 && status !== 408 && status !== 429;

interface Sending {
  readonly delivery: ClaimedFixes;
  readonly site: SiteRow;
  readonly url: string;
  readonly authorization: string | undefined;
  readonly signal: AbortSignal;
}

/** The status of the answer; null: there was none. */
async function sent(
  { settings }: Pick<WorkContext, 'settings'>,
  { delivery: { id: fix_id, job_id, fixes }, site, url, authorization, signal }: Sending,
): Promise<number | null> {
  await using http = openSiteHttp(settings, site);
  const answer = await http.ask(url, {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json', 'idempotency-key': fix_id },
      ...(authorization === undefined ? {} : { authorization }),
    },
    content: JSON.stringify({ fix_id, job_id, site_id: site.id, fixes }),
    ...{ bodyBytesMax: 0, timeoutMs: answerMs, signal },
  });
  return answer.kind === 'answered' ? answer.status : null;
}

const failures = {
  endpointMissing: { code: 'endpoint_missing', message: 'The site has no fix endpoint any more.' },
  endpointRefused: { code: 'endpoint_refused', message: 'The fix endpoint refused them.' },
  endpointUnreachable: { code: 'endpoint_unreachable', message: 'The fix endpoint did not take them.' },
} as const;
