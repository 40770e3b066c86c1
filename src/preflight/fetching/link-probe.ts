import type { Answered, GuardedHttp, NoAnswer } from './guarded-http.ts';
import { targetOf } from './page-fetch.ts';

export type LinkVerdict =
  | { readonly state: 'ok'; readonly status: number }
  /** 0: there is no such host. */
  | { readonly state: 'broken'; readonly status: number }
  | { readonly state: 'unverifiable'; readonly why: string };

export interface LinkProber {
  /** The same address is asked once, whichever page names it. */
  verdictOf(url: string): Promise<LinkVerdict>;
}

export interface LinkProbeLimits {
  readonly atOnce: number;
  /** Of different addresses in a job; further ones are not asked. */
  readonly linksMax: number;
  readonly timeoutMs: number;
  /** From the first question; what is not asked by then is not asked any more. */
  readonly allWithinMs: number;
  readonly redirectsMax: number;
}

export const linkProbeLimits: LinkProbeLimits = {
  atOnce: 5,
  linksMax: 500,
  timeoutMs: 5_000,
  allWithinMs: 120_000,
  redirectsMax: 3,
};

/** What HEAD is often answered with though GET would not be; 501 says so. */
const askedAgain: ReadonlySet<number> = new Set([400, 401, 403, 405, 429, 451, 501]);

type Hop = Answered | NoAnswer | { readonly kind: 'too_many_redirects' };

function verdictOn(hop: Hop): LinkVerdict {
  if (hop.kind === 'unreachable' && hop.why === 'name_not_found') return { state: 'broken', status: 0 };
  if (hop.kind !== 'answered') return { state: 'unverifiable', why: 'why' in hop ? hop.why : hop.kind };
  const { status } = hop;
  if (status >= 200 && status < 300) return { state: 'ok', status };
  const isBroken = status === 404 || status === 410 || status >= 500;
  return isBroken ? { state: 'broken', status } : { state: 'unverifiable', why: `status_${status}` };
}

/** No credential goes with a probe: whoever writes a page chooses where its links lead. */
async function followed(
  http: GuardedHttp,
  address: string,
  method: 'GET' | 'HEAD',
  { redirectsMax, timeoutMs }: LinkProbeLimits,
  signal: AbortSignal,
): Promise<Hop> {
  const headers: Readonly<Record<string, string>> = method === 'GET' ? { range: 'bytes=0-0' } : {};
  let url = address;
  for (let redirects = 0; redirects <= redirectsMax; redirects += 1) {
    const hop = await http.ask(url, { method, headers, bodyBytesMax: 0, timeoutMs, signal });
    const target = hop.kind === 'answered' ? targetOf(hop, url) : undefined;
    if (target === undefined) return hop;
    url = target;
  }
  return { kind: 'too_many_redirects' };
}

export function createLinkProber(
  http: GuardedHttp,
  signal: AbortSignal,
  limits: LinkProbeLimits = linkProbeLimits,
): LinkProber {
  const verdicts = new Map<string, Promise<LinkVerdict>>();
  const waiting: (() => void)[] = [];
  let running = 0;
  let endsAt = Infinity;

  async function probe(url: string): Promise<LinkVerdict> {
    if (performance.now() > endsAt) return { state: 'unverifiable', why: 'time_is_over' };
    if (endsAt === Infinity) endsAt = performance.now() + limits.allWithinMs;
    const head = await followed(http, url, 'HEAD', limits, signal);
    if (head.kind !== 'answered' || !askedAgain.has(head.status)) return verdictOn(head);
    return verdictOn(await followed(http, url, 'GET', limits, signal));
  }

  async function inTurn(url: string): Promise<LinkVerdict> {
    if (running >= limits.atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await probe(url);
    } finally {
      // The place passes to the next in line without becoming free.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  }

  return {
    verdictOf: (url) => {
      const known = verdicts.get(url);
      if (known !== undefined) return known;
      if (verdicts.size >= limits.linksMax) return Promise.resolve({ state: 'unverifiable', why: 'too_many_links' });
      const verdict = inTurn(url);
      verdicts.set(url, verdict);
      return verdict;
    },
  };
}
