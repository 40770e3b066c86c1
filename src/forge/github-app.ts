import { createAppAuth } from '@octokit/auth-app';
import type { Logger } from 'pino';
import type { ForgeAppSettings } from '../forge-settings.ts';
import { ForgeRefused, ForgeUnavailable } from './forge-failures.ts';
import { githubApi, statusOf, type GithubRequest } from './github-api.ts';

export interface CommitStatus {
  readonly state: 'pending' | 'success' | 'failure' | 'error';
  /** What tells the statuses of one commit apart. */
  readonly context: string;
  /** At most 140 characters. */
  readonly description: string;
  readonly target_url?: string;
}

export interface PullRequestComment {
  /** Begins every body of the comment, so that it is found again. */
  readonly marker: string;
  readonly body: string;
  /** False: only what stands there already is changed. */
  readonly mayBegin: boolean;
}

/** What the app may do in one repository. Each throws `ForgeUnavailable`, to be tried again, or `ForgeRefused`. */
export interface InstalledApp {
  setCommitStatus(commitSha: string, status: CommitStatus): Promise<void>;
  /** The comment is edited where there is one. */
  putComment(pullRequest: number, comment: PullRequestComment): Promise<void>;
}

export interface GithubApp {
  /** The app where it is installed in the repository `owner/name`; throws as its members do. */
  installedIn(repository: string): Promise<InstalledApp>;
}

/** Of a comment, what tells whether it is the app's. */
interface WrittenComment {
  readonly id: number | bigint;
  readonly body?: string | undefined;
  readonly performed_via_github_app?: { readonly id: number | bigint } | null | undefined;
}

const pageSize = 100;
/** Of more comments the app's own may be any: none is begun then. */
const pagesMax = 5;
const permissions = { statuses: 'write', pull_requests: 'write' } as const;

/** Milliseconds for which GitHub asks to be left alone; undefined where it does not. */
function waitAskedIn(failure: unknown): number | undefined {
  const { response } = failure as { readonly response?: { readonly headers: Readonly<Record<string, unknown>> } };
  const after = Number(response?.headers['retry-after']);
  if (Number.isFinite(after)) return after * 1000;
  if (response?.headers['x-ratelimit-remaining'] !== '0') return undefined;
  return Math.max(0, Number(response.headers['x-ratelimit-reset']) * 1000 - Date.now());
}

function refusalOf(failure: unknown): Error {
  const status = statusOf(failure);
  const waitMs = waitAskedIn(failure);
  const isOver = status >= 300 && status < 500 && status !== 429 && waitMs === undefined;
  return isOver
    ? new ForgeRefused(`GitHub answered ${status}.`, { cause: failure })
    : new ForgeUnavailable(status === 0 ? 'GitHub did not answer.' : `GitHub answered ${status}.`, {
        cause: failure,
        waitMs,
      });
}

/** Octokit takes a redirect, which tells that the repository has another name now, for a success. */
async function answered<Answer extends { readonly status: number }>(asking: Promise<Answer>): Promise<Answer> {
  const answer = await asking.catch((failure: unknown) => {
    throw refusalOf(failure);
  });
  if (answer.status >= 300) throw new ForgeRefused(`GitHub answered ${answer.status}.`);
  return answer;
}

interface Place {
  readonly owner: string;
  readonly repo: string;
}

async function findComment(
  ask: GithubRequest,
  place: Place,
  pullRequest: number,
  isOurs: (comment: WrittenComment) => boolean,
): Promise<WrittenComment | undefined> {
  for (let page = 1; page <= pagesMax; page += 1) {
    const { data } = await answered(
      ask('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...place,
        issue_number: pullRequest,
        per_page: pageSize,
        page,
      }),
    );
    const found = data.find(isOurs);
    if (found !== undefined || data.length < pageSize) return found;
  }
  throw new ForgeRefused(`Pull request ${pullRequest} has too many comments to find the own one.`);
}

function installedApp(ask: GithubRequest, appId: number, place: Place): InstalledApp {
  return {
    setCommitStatus: async (sha, status) => {
      await answered(ask('POST /repos/{owner}/{repo}/statuses/{sha}', { ...place, sha, ...status }));
    },
    putComment: async (pullRequest, { marker, body, mayBegin }) => {
      const isOurs = (comment: WrittenComment): boolean =>
        comment.performed_via_github_app?.id === appId && (comment.body ?? '').startsWith(marker);
      const written = await findComment(ask, place, pullRequest, isOurs);
      if (written !== undefined)
        await answered(
          ask('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', { ...place, comment_id: written.id, body }),
        );
      else if (mayBegin)
        await answered(
          ask('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
            ...place,
            issue_number: pullRequest,
            body,
          }),
        );
    },
  };
}

/** The GitHub App of this installation of SPCI. Its tokens are kept for as long as they hold, in this process alone. */
export function createGithubApp(settings: ForgeAppSettings, logger: Logger): GithubApp {
  const { appId, privateKey } = settings;
  const log = { warn: (message: string) => logger.warn({ said: message }, 'GitHub App'), debug: () => undefined };
  const auth = createAppAuth({ appId, privateKey, request: githubApi(settings), log });
  const grant = <Granted>(asking: Promise<Granted>): Promise<Granted> =>
    asking.catch((failure: unknown) => {
      throw refusalOf(failure);
    });
  return {
    installedIn: async (repository) => {
      const [owner = '', repo = ''] = repository.split('/');
      const place = { owner, repo };
      const app = await grant(auth({ type: 'app' }));
      const { data } = await answered(
        githubApi(settings, `Bearer ${app.token}`)('GET /repos/{owner}/{repo}/installation', place),
      );
      const { token } = await grant(
        auth({ type: 'installation', installationId: data.id, repositoryNames: [repo], permissions }),
      );
      return installedApp(githubApi(settings, `Bearer ${token}`), appId, place);
    },
  };
}
