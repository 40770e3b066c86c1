import { auditNames, type AuditResult } from '../preflight/audits/audit.ts';
import { localRules } from '../preflight/audits/local-rules.ts';
import { createGuardedHttp, type GuardedHttp } from '../preflight/fetching/guarded-http.ts';
import {
  runPreflight,
  type PageReport,
  type PreflightRequest,
  type PreflightTools,
} from '../preflight/run-preflight.ts';
import { startPreflightSite, type PreflightSite } from './preflight-site.ts';

export interface PreflightRuns extends AsyncDisposable {
  readonly hosts: PreflightSite;
  readonly http: GuardedHttp;
  /** What was told of audits that broke down. */
  readonly failures: readonly unknown[];
  /** Looks at pages of the site, by their names: every audit, unless the request or a tool is another. */
  run(
    names: readonly string[],
    changes?: Partial<Omit<PreflightRequest, 'urls'>>,
    tools?: Partial<PreflightTools>,
  ): Promise<readonly PageReport[]>;
}

/** A site of loopback hosts and a guarded fetcher that may reach them. */
export async function openPreflightRuns(): Promise<PreflightRuns> {
  const hosts = await startPreflightSite();
  const http = createGuardedHttp({
    policy: { allowPrivate: ['127.0.0.2', '127.0.0.3'], ports: [80, 443, hosts.site.port, hosts.external.port] },
    userAgent: 'SPCI',
    resolve: () => Promise.reject(Object.assign(new Error('none'), { code: 'ENOTFOUND' })),
  });
  const failures: unknown[] = [];
  return {
    hosts,
    http,
    failures,
    run: (names, changes = {}, tools = {}) =>
      runPreflight(
        { urls: names.map((name) => `${hosts.site.origin}/${name}`), step: 'identify', audits: auditNames, ...changes },
        {
          http,
          linkHttp: http,
          suggester: localRules,
          limits: { bodyBytesMax: 150_000, timeoutMs: 20_000 },
          signal: new AbortController().signal,
          failed: (_, failure) => failures.push(failure),
          ...tools,
        },
      ),
    [Symbol.asyncDispose]: async () => {
      await http[Symbol.asyncDispose]();
      await hosts[Symbol.asyncDispose]();
    },
  };
}

export function auditOf(page: PageReport | undefined, name: string): AuditResult {
  const found = page?.audits.find((audit) => audit.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}
