import type { Transaction } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { Platform } from '../../principal.ts';
import { registeredRepositories, type RegisteredRepository } from '../repositories/registered-repositories.ts';
import { recordRelease, removeRelease } from '../repositories/versions.ts';
import { awaitRun, forgetAwaitedRuns } from '../runs/awaited-runs.ts';
import { cancelQueuedRuns } from '../runs/run-lifecycle.ts';
import { isBlocked } from '../system/blocked-users.ts';
import type { AskedByEvent } from './github-event.ts';

type Trx = Transaction<Database>;
type Asked<Kind extends AskedByEvent['kind']> = Extract<AskedByEvent, { kind: Kind }>;

export interface Effects {
  readonly runIds: number[];
  readonly canceledRunIds: number[];
  awaited: number;
  forgotten: number;
  /** Whether something else was done, which a note tells. */
  recorded: boolean;
  /** In words: what was done besides, or why nothing was. */
  readonly notes: Set<string>;
}

const platforms: readonly Platform[] = ['linux', 'windows'];

/** Which commit a release is of; undefined when that is not known, and for any other event. */
export type ReleasedCommit = string | undefined;

async function runPlatforms(
  trx: Trx,
  repository: RegisteredRepository,
  run: Omit<Parameters<typeof awaitRun>[1], 'domain_id' | 'repository_id' | 'platform'>,
  effects: Effects,
): Promise<void> {
  for (const platform of platforms) {
    const { domain_id, id: repository_id } = repository;
    const outcome = await awaitRun(trx, { domain_id, repository_id, platform, ...run });
    if (outcome === 'awaited') effects.awaited += 1;
    else if (outcome === 'none') effects.notes.add('The commit has its run, or there is no active test.');
    else effects.runIds.push(outcome.runId);
  }
}

async function runPush(trx: Trx, repository: RegisteredRepository, push: Asked<'run_push'>, effects: Effects) {
  const { default_branch: branch } = repository;
  if (push.ref !== `refs/heads/${branch}`)
    return void effects.notes.add('Of pushes, those to the main branch are run.');
  const commit = { commit_sha: push.commitSha, branch, base_commit_sha: null, pr_number: null, github_user_id: null };
  await runPlatforms(trx, repository, commit, effects);
}

async function runPullRequest(
  trx: Trx,
  repository: RegisteredRepository,
  pull: Asked<'run_pull_request'>,
  effects: Effects,
) {
  if (await isBlocked(trx, repository.domain_id, pull.authorId))
    return void effects.notes.add('The author of the pull request is blocked.');
  const commit = {
    commit_sha: pull.commitSha,
    branch: pull.branch,
    base_commit_sha: pull.baseCommitSha,
    pr_number: pull.number,
    github_user_id: pull.authorId,
  };
  await runPlatforms(trx, repository, commit, effects);
}

async function closePullRequest(
  trx: Trx,
  { id: repository_id, domain_id }: RegisteredRepository,
  { number: pr_number }: Asked<'close_pull_request'>,
  effects: Effects,
) {
  effects.forgotten += await forgetAwaitedRuns(trx, { repository_id, pr_number });
  const of = { domain_id, repository_id, pr_number };
  effects.canceledRunIds.push(...(await cancelQueuedRuns(trx, of, `Pull request ${pr_number} was closed`)));
}

function note(effects: Effects, { done, note: words }: { readonly done: boolean; readonly note: string }): void {
  effects.recorded ||= done;
  effects.notes.add(words);
}

async function applyTo(
  trx: Trx,
  repository: RegisteredRepository,
  asked: AskedByEvent,
  released: ReleasedCommit,
  effects: Effects,
): Promise<void> {
  switch (asked.kind) {
    case 'run_push':
      return runPush(trx, repository, asked, effects);
    case 'run_pull_request':
      return runPullRequest(trx, repository, asked, effects);
    case 'close_pull_request':
      return closePullRequest(trx, repository, asked, effects);
    case 'forget_commit':
      effects.forgotten += await forgetAwaitedRuns(trx, { repository_id: repository.id, commit_sha: asked.commitSha });
      return;
    case 'record_version':
      return note(effects, await recordRelease(trx, repository, { ...asked, commitSha: released }));
    case 'remove_version':
      return note(effects, await removeRelease(trx, repository, asked.tag));
    case 'nothing':
      effects.notes.add(asked.why);
  }
}

/** In every domain that registered the repository, in one transaction. */
export async function applyEvent(
  trx: Trx,
  repositoryName: string,
  asked: AskedByEvent,
  released: ReleasedCommit,
): Promise<Effects> {
  const effects: Effects = {
    runIds: [],
    canceledRunIds: [],
    awaited: 0,
    forgotten: 0,
    recorded: false,
    notes: new Set(),
  };
  const repositories = await registeredRepositories(trx, repositoryName);
  if (repositories.length === 0) effects.notes.add('The repository is registered in no domain.');
  for (const repository of repositories) await applyTo(trx, repository, asked, released, effects);
  return effects;
}
