import { MIMEType } from 'node:util';
import { decodeBuffer } from 'encoding-sniffer';
import type { PageHead, Reason } from './audits/audit.ts';
import { DocumentTooComplex, parsePage, type PageDocument } from './audits/page-document.ts';
import { headOf } from './audits/page-facts.ts';
import type { GuardedHttp } from './fetching/guarded-http.ts';
import { fetchPage, type FetchedPage, type PageRequest } from './fetching/page-fetch.ts';

/** Only of what is `read` anything can be said; the others tell why nothing is. */
export type PageState =
  'read' | 'redirected' | 'missing' | 'unauthorized' | 'error_status' | 'not_html' | 'too_large' | 'too_complex';
export type UnaskedState = 'refused' | 'unreachable' | 'timed_out' | 'unreadable';

export interface UnreadPage {
  readonly state: Exclude<PageState, 'read'> | UnaskedState;
  readonly reason: Reason;
  readonly status?: number;
  /** Where redirects ended. */
  readonly final_url?: string;
}

export interface ReadPage {
  readonly state: 'read';
  readonly status: number;
  readonly html: string;
  readonly head: PageHead;
  /** Dropped where a job would hold too many; what was parsed once parses again. */
  document: PageDocument | undefined;
}

export type LoadedPage = ReadPage | UnreadPage;

export function unread(state: UnreadPage['state'], message: string, facts: Partial<UnreadPage> = {}): UnreadPage {
  return { state, reason: { code: `page_${state}`, message }, ...facts };
}

function mimeOf(contentType: string | undefined): MIMEType | undefined {
  try {
    return new MIMEType(contentType ?? '');
  } catch {
    return undefined;
  }
}

const htmlTypes: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml']);

function unansweredPage(fetched: Exclude<FetchedPage, { readonly kind: 'answered' }>): UnreadPage {
  const facts = fetched.redirects > 0 ? { final_url: fetched.url } : {};
  if (fetched.kind === 'timed_out') return unread('timed_out', 'The page did not answer in time.', facts);
  if (fetched.kind === 'too_many_redirects')
    return unread('redirected', 'The page redirects too often to be followed.', facts);
  if (fetched.kind === 'refused')
    return unread('refused', `The page may not be asked from here (${fetched.why}).`, facts);
  return unread('unreachable', `The page could not be reached (${fetched.why}).`, facts);
}

/** What is wrong with an answer before its text is looked at. */
function faultOf(fetched: Extract<FetchedPage, { readonly kind: 'answered' }>): UnreadPage | undefined {
  const { status, url, redirects, contentType, contentEncoding, isCut } = fetched;
  const facts = { status, ...(redirects > 0 ? { final_url: url } : {}) };
  if (redirects > 0) return unread('redirected', 'The page redirects to another address; ask for that one.', facts);
  if (status === 404 || status === 410) return unread('missing', 'There is no such page.', facts);
  if (status === 401 || status === 403) return unread('unauthorized', 'The page is not shown to the job.', facts);
  if (status < 200 || status >= 300) return unread('error_status', `The page answered ${status}.`, facts);
  if (!htmlTypes.has(mimeOf(contentType)?.essence ?? ''))
    return unread('not_html', 'What is served is no HTML.', facts);
  if (contentEncoding !== undefined)
    return unread('unreadable', 'The page is served compressed to whoever did not ask for it.', facts);
  return isCut ? unread('too_large', 'The page is larger than a job reads.', facts) : undefined;
}

export async function loadPage(http: GuardedHttp, url: string, wanted: PageRequest): Promise<LoadedPage> {
  const fetched = await fetchPage(http, url, wanted);
  if (fetched.kind !== 'answered') return unansweredPage(fetched);
  const fault = faultOf(fetched);
  if (fault !== undefined) return fault;
  const { status, body, contentType } = fetched;
  const charset = mimeOf(contentType)?.params.get('charset') ?? null;
  const declared = charset === null ? {} : { transportLayerEncodingLabel: charset };
  try {
    const html = decodeBuffer(body, { defaultEncoding: 'utf-8', ...declared });
    const document = parsePage(html);
    return { state: 'read', status, html, head: headOf(url, document), document };
  } catch (failure) {
    if (failure instanceof DocumentTooComplex)
      return unread('too_complex', `The page is too complex: ${failure.message}.`, { status });
    throw failure;
  }
}
