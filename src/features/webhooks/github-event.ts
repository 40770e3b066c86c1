import type { components } from '../../../generated/api.ts';

export type GithubEvent = components['schemas']['GithubEvent'];

/** What an event asks for; each applies to the repositories of the name in every domain that registered it. */
export type AskedByEvent =
  | { readonly kind: 'run_push'; readonly ref: string; readonly commitSha: string }
  | {
      readonly kind: 'run_pull_request';
      readonly number: number;
      readonly authorId: number;
      readonly branch: string;
      readonly commitSha: string;
      readonly baseCommitSha: string;
    }
  | { readonly kind: 'close_pull_request'; readonly number: number }
  | { readonly kind: 'forget_commit'; readonly commitSha: string }
  | { readonly kind: 'record_version'; readonly tag: string; readonly target: string; readonly released: string }
  | { readonly kind: 'remove_version'; readonly tag: string }
  | { readonly kind: 'nothing'; readonly why: string };

const nothing = (why: string): AskedByEvent => ({ kind: 'nothing', why });

/** A conclusion after which no build comes of the workflow. */
const failedConclusions = ['failure', 'cancelled', 'timed_out', 'startup_failure', 'action_required'];

const readers: Readonly<Record<string, (event: GithubEvent) => AskedByEvent>> = {
  ping: () => nothing('The webhook works.'),
  push: ({ ref, after, deleted }) => {
    if (ref === undefined || after === undefined) return nothing('The push names no ref or no commit.');
    if (deleted === true || /^0+$/.test(after)) return nothing('The branch was deleted.');
    return { kind: 'run_push', ref, commitSha: after };
  },
  pull_request: ({ action = '', pull_request: pull }) => {
    if (pull === undefined) return nothing('The event names no pull request.');
    if (action === 'closed') return { kind: 'close_pull_request', number: pull.number };
    if (!['opened', 'synchronize', 'reopened'].includes(action))
      return nothing(`Nothing is done when it is ${action}.`);
    return {
      kind: 'run_pull_request',
      number: pull.number,
      authorId: pull.user.id,
      branch: pull.head.ref,
      commitSha: pull.head.sha,
      baseCommitSha: pull.base.sha,
    };
  },
  workflow_run: ({ action, workflow_run: workflow }) => {
    if (workflow === undefined) return nothing('The event names no workflow.');
    if (action !== 'completed' || !failedConclusions.includes(workflow.conclusion ?? ''))
      return nothing('A workflow that has not failed brings its build itself.');
    return { kind: 'forget_commit', commitSha: workflow.head_sha };
  },
  release: ({ action = '', release }) => {
    if (release === undefined) return nothing('The event names no release.');
    if (['deleted', 'unpublished'].includes(action)) return { kind: 'remove_version', tag: release.tag_name };
    const { published_at: published, tag_name: tag, target_commitish: target } = release;
    if (action !== 'published' || published === undefined || published === null)
      return nothing(`Nothing is done when a release is ${action}.`);
    return { kind: 'record_version', tag, target, released: published.slice(0, 10) };
  },
};

/** `name` is that of the event, in GitHub's words. */
export function readEvent(name: string, event: GithubEvent): AskedByEvent {
  const read = Object.hasOwn(readers, name) ? readers[name] : undefined;
  return read?.(event) ?? nothing(`Nothing is done for events of the kind ${name}.`);
}
