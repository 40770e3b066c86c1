import { request } from '@octokit/request';
import { ForgeUnavailable } from './forge-failures.ts';

export const forgeTimeoutMs = 10_000;

export type GithubRequest = typeof request;

/**
 * The REST API, asked in the name of whoever the header names, or of nobody. A redirect is not followed: it tells that
 * something was renamed, and may lead anywhere.
 */
export function githubApi({ apiUrl }: { readonly apiUrl: string }, authorization?: string): GithubRequest {
  return request.defaults({
    baseUrl: apiUrl,
    headers: {
      'user-agent': 'SPCI',
      'x-github-api-version': '2022-11-28',
      ...(authorization === undefined ? {} : { authorization }),
    },
    request: {
      redirect: 'manual',
      fetch: (url: string, options: RequestInit) =>
        fetch(url, { ...options, signal: AbortSignal.timeout(forgeTimeoutMs) }),
    },
  });
}

/** The status of an answer that is none of success; 0 when none came. */
export function statusOf(failure: unknown): number {
  return typeof failure === 'object' && failure !== null && 'status' in failure ? Number(failure.status) : 0;
}

/** The same; what came without one, or with 5xx, is a failure of the forge. */
export function refusedStatusOf(failure: unknown): number {
  const status = statusOf(failure);
  if (status < 300 || status >= 500) throw new ForgeUnavailable('GitHub did not answer.', { cause: failure });
  return status;
}
