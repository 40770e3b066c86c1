import type { ForgeSettings } from '../forge-settings.ts';
import { ForgeUnavailable } from './forge-failures.ts';
import { githubApi, refusedStatusOf } from './github-api.ts';

export interface GithubRepository {
  /** `owner/name` as GitHub spells it. */
  readonly name: string;
  readonly ownerId: number;
  readonly defaultBranch: string;
}

/** Not there, or not shown to anybody. */
const missing: readonly number[] = [404, 410, 451];

/** The app asks for itself, with the rate limit of an app, and sees no more than anybody does. */
const authorizationOf = ({ clientId, clientSecret }: ForgeSettings): string =>
  `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;

/** The commit that a branch or tag of a public repository stands at; undefined when there is none. */
export async function findCommit(forge: ForgeSettings, name: string, ref: string): Promise<string | undefined> {
  const [owner = '', repo = ''] = name.split('/');
  try {
    const ask = githubApi(forge, authorizationOf(forge));
    const answer = await ask('GET /repos/{owner}/{repo}/commits/{ref}', { owner, repo, ref: `tags/${ref}` });
    return Number(answer.status) === 200 ? answer.data.sha : undefined;
  } catch (failure) {
    const status = refusedStatusOf(failure);
    if ([...missing, 422].includes(status)) return undefined;
    throw new ForgeUnavailable(`GitHub answered ${status}.`, { cause: failure });
  }
}

/** A repository that everybody may see; undefined when there is none of this name. */
export async function findPublicRepository(forge: ForgeSettings, name: string): Promise<GithubRepository | undefined> {
  const [owner = '', repo = ''] = name.split('/');
  // An address would lose them.
  if (repo === '.' || repo === '..') return undefined;
  try {
    const answer = await githubApi(forge, authorizationOf(forge))('GET /repos/{owner}/{repo}', { owner, repo });
    // Octokit takes a redirect, which tells that it has another name now, for a success.
    if (Number(answer.status) !== 200) return undefined;
    const { data } = answer;
    return { name: data.full_name, ownerId: Number(data.owner.id), defaultBranch: data.default_branch };
  } catch (failure) {
    const status = refusedStatusOf(failure);
    if (missing.includes(status)) return undefined;
    throw new ForgeUnavailable(`GitHub answered ${status}.`, { cause: failure });
  }
}
