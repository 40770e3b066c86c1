import type { GuardedHttp } from './guarded-http.ts';

export type ProbedAuthentication =
  | { readonly kind: 'known'; readonly isRequired: boolean }
  /** What the site did tells neither; a job that began all the same would fail late or leak what it need not. */
  | { readonly kind: 'ambiguous'; readonly why: string };

export const authenticationProbeTimeoutMs = 3_000;

/** Asks without any credential whether a page wants one. A redirect is no answer to that. */
export async function probeAuthentication(
  http: GuardedHttp,
  url: string,
  { signal, timeoutMs = authenticationProbeTimeoutMs }: { readonly signal: AbortSignal; readonly timeoutMs?: number },
): Promise<ProbedAuthentication> {
  const outcome = await http.ask(url, { method: 'HEAD', bodyBytesMax: 0, timeoutMs, signal });
  if (outcome.kind !== 'answered') return { kind: 'ambiguous', why: 'why' in outcome ? outcome.why : outcome.kind };
  const { status } = outcome;
  if (status === 401 || status === 403) return { kind: 'known', isRequired: true };
  return status >= 200 && status < 300
    ? { kind: 'known', isRequired: false }
    : { kind: 'ambiguous', why: `status_${status}` };
}
