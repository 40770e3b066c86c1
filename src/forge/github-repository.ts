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

/** A repository that everybody may see; undefined when there is none of this name. */
export async function findPublicRepository(forge: ForgeSettings, name: string): Promise<GithubRepository | undefined> {
  const [owner = '', repo = ''] = name.split('/');
  // An address would lose them.
  if (repo === '.' || repo === '..') return undefined;
  // The app asks for itself, with the rate limit of an app, and sees no more than anybody does.
  const app = Buffer.from(`${forge.clientId}:${forge.clientSecret}`).toString('base64');
  try {
    const answer = await githubApi(forge, `Basic ${app}`)('GET /repos/{owner}/{repo}', { owner, repo });
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
