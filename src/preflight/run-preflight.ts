import { setImmediate } from 'node:timers/promises';
import { accessibility } from './audits/accessibility.ts';
import {
  notRun,
  type Audit,
  type AuditContext,
  type AuditName,
  type AuditResult,
  type Page,
  type Step,
} from './audits/audit.ts';
import type { AxeRunner } from './audits/axe-runner.ts';
import { bodySize } from './audits/body-size.ts';
import { canonical } from './audits/canonical.ts';
import { h1Count } from './audits/h1-count.ts';
import { headings } from './audits/headings.ts';
import { links } from './audits/links.ts';
import { loremIpsum } from './audits/lorem-ipsum.ts';
import { metatags } from './audits/metatags.ts';
import { parsePage } from './audits/page-document.ts';
import { readability } from './audits/readability.ts';
import { suggestBy, suggestNothing, type Suggester } from './audits/suggester.ts';
import { threadedAxe } from './audits/threaded-axe.ts';
import { pageDigest, reusableFor, type EarlierAudit } from './earlier-audits.ts';
import type { GuardedHttp } from './fetching/guarded-http.ts';
import { createLinkProber, linkProbeLimits, type LinkProbeLimits, type LinkVerdict } from './fetching/link-probe.ts';
import { pageLimits, withoutSecret, type PageCredential, type PageRequest } from './fetching/page-fetch.ts';
import { loadPage, unread, type LoadedPage } from './page-loading.ts';
import { createProfiler, type Profiler, type Profiling } from './profiling.ts';

export interface PreflightRequest {
  /** Each once. */
  readonly urls: readonly string[];
  readonly step: Step;
  readonly audits: readonly AuditName[];
  readonly credential?: PageCredential | undefined;
}

export interface PreflightTools {
  /** For the pages of the job, which may reach what the operator allows. */
  readonly http: GuardedHttp;
  /** For links, which whoever wrote a page chose. */
  readonly linkHttp: GuardedHttp;
  readonly suggester: Suggester;
  readonly axe?: AxeRunner;
  readonly layoutAxe?: AxeRunner | undefined;
  readonly limits?: Partial<Pick<PageRequest, 'bodyBytesMax' | 'redirectsMax' | 'timeoutMs'>>;
  readonly linkLimits?: Partial<LinkProbeLimits>;
  readonly signal: AbortSignal;
  /** What was found earlier of a page with this digest, so that it need not be looked for again. */
  earlier?(digest: string): Promise<readonly EarlierAudit[]>;
  /** Is told of every page, by its place in the request, before its audits; with its digest, where it was read. */
  onPage?(position: number, facts: PageFacts, digest: string | null): Promise<void>;
  /** Is told of every audit of every page when it is done, and which job did it, where it was an earlier one. */
  onAudit?(position: number, audit: AuditResult, reusedFromJobId: string | null): Promise<void>;
  /** Hears of what went wrong inside. */
  failed(part: string, failure: unknown): void;
}

/** Whether the page was read; of one that was not, why, as far as it is known. */
export interface PageFacts {
  readonly state: LoadedPage['state'];
  readonly status?: number;
  readonly final_url?: string;
}

export interface PageReport extends PageFacts {
  /** As asked for, without a slash at its end. */
  readonly page_url: string;
  readonly step: Step;
  readonly audits: readonly AuditResult[];
  /** The same on every page of a job. */
  readonly profiling: Profiling;
}

/** What one entry of the breakdown is about, in the order in which it is done. */
const parts: readonly { readonly name: string; readonly suggesting?: string; readonly audits: readonly Audit[] }[] = [
  { name: 'dom', audits: [bodySize, loremIpsum, h1Count] },
  { name: 'canonical', audits: [canonical] },
  { name: 'metatags', audits: [metatags] },
  { name: 'links', audits: [links] },
  { name: 'headings', audits: [headings] },
  { name: 'readability', suggesting: 'readability-suggestions', audits: [readability] },
  { name: 'accessibility-processing', audits: [accessibility] },
];

const pagesAtOnce = 5;
/** Some 40 MB: the documents of an ordinary job are kept from reading to auditing, those of a vast one are made twice. */
const elementsKeptMax = 30_000;

async function loadAll({ urls, credential }: PreflightRequest, tools: PreflightTools): Promise<readonly LoadedPage[]> {
  const loaded: LoadedPage[] = [];
  const left = urls.entries();
  const wanted = { ...pageLimits, ...tools.limits, credential, signal: tools.signal };
  let elementsKept = 0;
  const loadNext = async (): Promise<void> => {
    // All share one iterator: each takes the next page that nobody has taken.
    for (const [index, url] of left) {
      const page = await loadPage(tools.http, url, wanted).catch((failure: unknown) => {
        tools.signal.throwIfAborted();
        tools.failed('loading', failure);
        return unread('unreadable', 'The page could not be read.');
      });
      loaded[index] = page;
      if (page.state !== 'read') continue;
      elementsKept += page.document?.elements.length ?? 0;
      if (elementsKept > elementsKeptMax) page.document = undefined;
    }
  };
  await Promise.all(Array.from({ length: pagesAtOnce }, loadNext));
  return loaded;
}

function addressOf(url: string): string {
  const address = new URL(url);
  address.hash = '';
  return address.href;
}

function knownOf(urls: readonly string[], loaded: readonly LoadedPage[]): ReadonlyMap<string, LinkVerdict> {
  const known = new Map<string, LinkVerdict>();
  for (const [index, url] of urls.entries()) {
    const page = loaded[index];
    if (page?.state === 'read') known.set(addressOf(url), { state: 'ok', status: page.status });
    if (page?.state === 'missing') known.set(addressOf(url), { state: 'broken', status: page.status ?? 404 });
  }
  return known;
}

function contextFor(request: PreflightRequest, loaded: readonly LoadedPage[], tools: PreflightTools): AuditContext {
  const { signal, linkHttp, suggester, layoutAxe, axe = threadedAxe } = tools;
  return {
    step: request.step,
    heads: loaded.flatMap((page) => (page.state === 'read' ? [page.head] : [])),
    ownHosts: new Set(request.urls.filter((url) => URL.canParse(url)).map((url) => new URL(url).host)),
    known: knownOf(request.urls, loaded),
    prober: createLinkProber(linkHttp, signal, { ...linkProbeLimits, ...tools.linkLimits }),
    suggest:
      request.step === 'identify'
        ? suggestNothing
        : suggestBy(suggester, (failure) => tools.failed('suggestions', failure)),
    axe,
    layoutAxe,
    failed: tools.failed,
  };
}

function unreadResult({ name, type }: Audit, loaded: LoadedPage): AuditResult {
  if (loaded.state === 'read') throw new Error('a page that was read is audited');
  return { name, type, ...notRun(loaded.reason.code, loaded.reason.message) };
}

/** One audit that fails is one audit that failed. */
async function resultOf(audit: Audit, page: Page, context: AuditContext, signal: AbortSignal): Promise<AuditResult> {
  const { name, type } = audit;
  try {
    return { name, type, ...(await audit.run(page, context)) };
  } catch (failure) {
    signal.throwIfAborted();
    context.failed(name, failure);
    const reason = { code: 'internal', message: 'The audit ended before it had looked at everything.' };
    return { name, type, state: 'failed', reason, opportunities: [] };
  }
}

export const reportedUrl = (url: string): string => url.replace(/\/$/, '');

interface Job {
  readonly request: PreflightRequest;
  readonly tools: PreflightTools;
  readonly context: AuditContext;
  readonly profiler: Profiler;
}

interface PageJob extends Job {
  readonly position: number;
  readonly earlier: readonly EarlierAudit[];
}

async function auditPage(loaded: LoadedPage, job: PageJob): Promise<readonly AuditResult[]> {
  const { position, request, tools, context, profiler, earlier } = job;
  const results: AuditResult[] = [];
  const url = request.urls[position] ?? '';
  const page =
    loaded.state === 'read'
      ? { url, html: loaded.html, document: loaded.document ?? parsePage(loaded.html) }
      : undefined;
  for (const { name, suggesting = name, audits } of parts)
    for (const audit of audits.filter((candidate) => request.audits.includes(candidate.name))) {
      tools.signal.throwIfAborted();
      const run = (): Promise<AuditResult> =>
        page === undefined
          ? Promise.resolve(unreadResult(audit, loaded))
          : resultOf(audit, page, context, tools.signal);
      const reused = reusableFor(audit, earlier);
      const found = reused?.result ?? (await profiler.measure(request.step === 'suggest' ? suggesting : name, run));
      const result = withoutSecret(found, request.credential);
      results.push(result);
      await tools.onAudit?.(position, result, reused?.job_id ?? null);
      // Audits take the processor for themselves; others get their turn in between.
      await setImmediate();
    }
  if (loaded.state === 'read') loaded.document = undefined;
  return results;
}

function factsOf(loaded: LoadedPage): PageFacts {
  const { state, status } = loaded;
  return {
    state,
    ...(status === undefined ? {} : { status }),
    ...('final_url' in loaded && loaded.final_url !== undefined ? { final_url: loaded.final_url } : {}),
  };
}

/**
 * Reads the pages, then audits each. It fails only when its signal ends it, or when `onPage`, `earlier` or `onAudit` does.
 */
export async function runPreflight(request: PreflightRequest, tools: PreflightTools): Promise<readonly PageReport[]> {
  const profiler = createProfiler();
  const loaded = await loadAll(request, tools);
  const job = { request, tools, context: contextFor(request, loaded, tools), profiler };
  const audited: Omit<PageReport, 'profiling'>[] = [];
  for (const [index, url] of request.urls.entries()) {
    const page = loaded[index];
    if (page === undefined) throw new Error('a page was never loaded');
    const facts = withoutSecret(factsOf(page), request.credential);
    const digest = page.state === 'read' ? pageDigest({ url, html: page.html }, job.context) : null;
    await tools.onPage?.(index, facts, digest);
    const earlier = digest === null ? [] : ((await tools.earlier?.(digest)) ?? []);
    const audits = await auditPage(page, { ...job, position: index, earlier });
    audited.push({ page_url: reportedUrl(url), step: request.step, ...facts, audits });
  }
  const profiling = profiler.profiling();
  return audited.map((report) => ({ ...report, profiling }));
}
