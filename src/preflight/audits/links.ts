import type { Element } from 'domhandler';
import type { LinkVerdict } from '../fetching/link-probe.ts';
import {
  findingsMax,
  judged,
  type Audit,
  type AuditContext,
  type LinkIssue,
  type LinkOpportunity,
  type Page,
} from './audit.ts';
import { pointersTo } from './element-pointer.ts';

interface Link {
  /** Without its fragment. */
  readonly url: string;
  readonly isInternal: boolean;
  readonly elements: readonly Element[];
}

type JudgedLink = Link & { readonly verdict: LinkVerdict };

const schemes: ReadonlySet<string> = new Set(['http:', 'https:']);

const hrefOf = ({ attribs }: Element): string | undefined => attribs['href']?.trim();

function anchorsOf({ document }: Page): readonly Element[] {
  return document.named('a', 'area').filter((element) => !/^(#|$)/.test(hrefOf(element) ?? ''));
}

/** Where relative links of the page begin. */
function baseOf(page: Page): string {
  const [base] = page.document.named('base').flatMap((element) => hrefOf(element) ?? []);
  return base !== undefined && URL.canParse(base, page.url) ? new URL(base, page.url).href : page.url;
}

export function linksOf(page: Page, ownHosts: ReadonlySet<string>): readonly Link[] {
  const base = baseOf(page);
  const byUrl = new Map<string, { isInternal: boolean; elements: Element[] }>();
  for (const element of anchorsOf(page)) {
    const href = hrefOf(element) ?? '';
    const url = URL.canParse(href, base) ? new URL(href, base) : undefined;
    if (url !== undefined && !schemes.has(url.protocol)) continue;
    if (url !== undefined) url.hash = '';
    const address = url?.href ?? href;
    const link = byUrl.get(address) ?? { isInternal: url !== undefined && ownHosts.has(url.host), elements: [] };
    byUrl.set(address, link);
    link.elements.push(element);
  }
  return [...byUrl].map(([url, link]) => ({ url, ...link }));
}

const reasons: Readonly<Record<string, string>> = {
  not_a_url: 'its address cannot be read',
  address: 'its address may not be asked from here',
  port: 'its port may not be asked from here',
  credentials_in_url: 'it holds a user or a password',
  timed_out: 'it did not answer in time',
  too_many_redirects: 'it redirects too often',
  too_many_links: 'the job names too many links',
  time_is_over: 'the time for links was over',
  name_unresolved: 'its name could not be resolved',
  connection: 'no connection could be made',
  tls: 'its certificate or its TLS is at fault',
};

const reasonOf = (why: string): string =>
  reasons[why] ?? (why.startsWith('status_') ? `it answered ${why.slice('status_'.length)}` : 'it could not be asked');

async function brokenIssue(link: JudgedLink, working: readonly string[], context: AuditContext): Promise<LinkIssue> {
  const { url, verdict, isInternal } = link;
  const status = verdict.state === 'broken' ? verdict.status : 0;
  return {
    url,
    issue: `Status ${status}`,
    seo_impact: 'High',
    seo_recommendation:
      status === 0
        ? 'Mend or remove the link: there is no such host'
        : 'Mend or remove the link: nothing is served there',
    elements: pointersTo(link.elements),
    ...(isInternal ? await context.suggest({ about: 'link', url, working }) : {}),
  };
}

function unverifiedIssue({ url, verdict, elements }: JudgedLink): LinkIssue {
  return {
    url,
    issue: `Not verified: ${reasonOf(verdict.state === 'unverifiable' ? verdict.why : '')}`,
    seo_impact: 'Low',
    seo_recommendation: 'Open the link to see whether it works',
    elements: pointersTo(elements),
  };
}

function insecureIssues(page: Page): readonly LinkIssue[] {
  const byHref = Map.groupBy(
    anchorsOf(page).filter((element) => /^http:\/\//i.test(hrefOf(element) ?? '')),
    (element) => hrefOf(element) ?? '',
  );
  return [...byHref].map(([url, elements]) => ({
    url,
    issue: 'The link is not encrypted',
    seo_impact: 'High',
    seo_recommendation: 'Link to the https address',
    elements: pointersTo(elements),
  }));
}

const listed = (check: string, issues: readonly LinkIssue[], count = issues.length): LinkOpportunity => ({
  check,
  issue: issues.slice(0, findingsMax),
  issue_count: count,
});

async function opportunitiesOf(found: readonly JudgedLink[], context: AuditContext): Promise<LinkOpportunity[]> {
  const working = found
    .filter(({ verdict, isInternal }) => isInternal && verdict.state === 'ok')
    .map(({ url }) => url)
    .slice(0, findingsMax);
  const opportunities: LinkOpportunity[] = [];
  for (const [side, isInternal] of [
    ['internal', true],
    ['external', false],
  ] as const) {
    const ours = found.filter((link) => link.isInternal === isInternal);
    const broken = ours.filter(({ verdict }) => verdict.state === 'broken');
    const unverified = ours.filter(({ verdict }) => verdict.state === 'unverifiable');
    const told = broken.slice(0, findingsMax).map((link) => brokenIssue(link, working, context));
    opportunities.push(listed(`broken-${side}-links`, await Promise.all(told), broken.length));
    const unknown = unverified.slice(0, findingsMax).map(unverifiedIssue);
    opportunities.push(listed(`unverified-${side}-links`, unknown, unverified.length));
  }
  return opportunities;
}

export const links: Audit = {
  name: 'links',
  type: 'seo',
  isOfPageAlone: false,
  run: async (page, context) => {
    const found = await Promise.all(
      linksOf(page, context.ownHosts).map(async (link): Promise<JudgedLink> => {
        const verdict = context.known.get(link.url) ?? (await context.prober.verdictOf(link.url));
        return { ...link, verdict };
      }),
    );
    const opportunities = [...(await opportunitiesOf(found, context)), listed('bad-links', insecureIssues(page))];
    return judged(opportunities.filter(({ issue_count }) => issue_count > 0));
  },
};
