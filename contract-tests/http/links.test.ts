import { beforeAll, describe, expect, test } from '@jest/globals';
import { everyOperation, parametersOf, type DeclaredOperation } from '../harness/declared-requests.ts';
import { declarationPath, describedAt, resolvedPath } from '../harness/described.ts';
import { drainQueue } from '../harness/drain-queue.ts';
import { goodRequest, succeeded, type GoodRequest } from '../harness/good-requests.ts';
import { sendRequest, type SentAnswer } from '../harness/send-request.ts';
import { openStage, type Stage } from '../harness/stage.ts';
import { enrolWorker } from '../harness/suite.ts';
import { openWorld } from '../harness/world.ts';

type Expressions = Readonly<Record<string, string>>;

interface DescribedLink {
  readonly from: DeclaredOperation;
  readonly name: string;
  readonly to: DeclaredOperation;
  readonly parameters: Expressions;
  /** Members of the body. */
  readonly requestBody: Expressions;
}

function operationOf(id: unknown): DeclaredOperation {
  const operation = everyOperation.find((candidate) => candidate.id === id);
  if (operation === undefined) throw new Error(`there is no operation ${String(id)}`);
  return operation;
}

/** One of each name: an answer that comes with several statuses leads to the same places. */
function linksFrom(from: DeclaredOperation): DescribedLink[] {
  const links = from.statuses.flatMap((status) => {
    const at = [...resolvedPath([...declarationPath(from), 'responses', String(status)]), 'links'];
    return Object.keys(describedAt(at) ?? {}).map((name): DescribedLink => {
      const { operationId, parameters = {}, requestBody = {} } = describedAt(resolvedPath([...at, name])) ?? {};
      const expressions = { parameters: parameters as Expressions, requestBody: requestBody as Expressions };
      return { from, name, to: operationOf(operationId), ...expressions };
    });
  });
  return [...new Map(links.map((link) => [link.name, link])).values()];
}

const links = everyOperation.flatMap(linksFrom);
const isOfList = ({ from }: DescribedLink): boolean => from.id.startsWith('list');
const isRead = ({ to }: DescribedLink): boolean => to.method === 'GET';

function valueOf(expression: string, { request }: GoodRequest, { text }: SentAnswer): string {
  const [, source = '', rest = ''] = /^\$(request\.path\.|response\.body#\/)(.+)$/.exec(expression) ?? [];
  const value =
    source === 'request.path.'
      ? request.path?.[rest]
      : rest
          .split('/')
          .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], JSON.parse(text));
  if (value === undefined) throw new Error(`${expression} names nothing in ${text.slice(0, 300)}`);
  return String(value);
}

let stage: Stage;

beforeAll(async () => {
  stage = await openStage(await openWorld());
});

/** The token that comes with a claim is for what is linked from it. */
function tokenAfter({ text }: SentAnswer, { to }: DescribedLink, own: string | undefined): string | undefined {
  const { lease_token: leaseToken } = JSON.parse(text) as { lease_token?: string };
  return to.credential === 'lease' && leaseToken !== undefined ? leaseToken : own;
}

function withMembers({ request: { body } }: GoodRequest, members: Readonly<Record<string, string>>) {
  if (Object.keys(members).length === 0) return {};
  return { body: JSON.stringify({ ...(JSON.parse(String(body)) as object), ...members }) };
}

/** Asks what an answer links from, and then, by the values that the link takes from there, what it links to. */
async function follow(link: DescribedLink): Promise<SentAnswer> {
  // A claim gives the run that waits longest; what is linked from it is about tests that this one planned.
  if (link.from.id === 'claimRun') await drainQueue(await enrolWorker(stage.world, ['linux', 'windows']));
  const first = await goodRequest(stage, link.from);
  const answer = await sendRequest(first.url, link.from, first.token, first.request);
  expect({ text: answer.text.slice(0, 300), succeeded: succeeded(answer) }).toMatchObject({ succeeded: true });
  const next = await goodRequest(stage, link.to);
  const valuesOf = (expressions: Expressions) =>
    Object.fromEntries(
      Object.entries(expressions).map(([name, expression]) => [name, valueOf(expression, first, answer)]),
    );
  const values = valuesOf(link.parameters);
  const taken = parametersOf(link.to).filter(({ name }) => name in values);
  expect(taken.map(({ name }) => name).sort()).toEqual(Object.keys(values).sort());
  const valuesIn = (place: string) =>
    Object.fromEntries(taken.filter((each) => each.in === place).map(({ name }) => [name, values[name] ?? '']));
  const token = tokenAfter(answer, link, next.token);
  const followed = await sendRequest(first.url, link.to, token, {
    ...next.request,
    path: { ...next.request.path, ...valuesIn('path') },
    query: { ...(next.request.query as Record<string, string>), ...valuesIn('query') },
    ...withMembers(next, valuesOf(link.requestBody)),
  });
  await first.release();
  await next.release();
  return followed;
}

/** Refusals that know what is meant, and find it in another state. */
const states: readonly (string | undefined)[] = ['conflict', 'unprocessable', 'log_not_found'];

/** Nobody changes the own account, which is the first of its domain; no other scope or role would help. */
const refusesTheOwn = ({ failure, text }: SentAnswer): boolean =>
  failure.code === 'forbidden' && !/"(missing_scopes|required_roles)"/.test(text);

/** What was approved from a run that is restarted cannot be approved, or undone, before it ends again. */
const restartsLast = (one: DescribedLink, other: DescribedLink): number =>
  Number(one.to.id === 'restartRun') - Number(other.to.id === 'restartRun');

const named = (chosen: readonly DescribedLink[]) =>
  chosen.map((link) => [`${link.from.id} ${link.name}`, link] as const);

describe.each([
  ['reads', links.filter(isRead)],
  ['writes to what was just made', links.filter((link) => !isRead(link) && !isOfList(link)).toSorted(restartsLast)],
  // Whatever comes first in a list may be what this file itself lives on.
  ['writes to what is listed', links.filter((link) => !isRead(link) && isOfList(link))],
])('a link that %s leads to what it says', (_, chosen) => {
  test.each(named(chosen))('%s', async (_name, link) => {
    const answer = await follow(link);
    const leads =
      succeeded(answer) || states.includes(answer.failure.code) || (isOfList(link) && refusesTheOwn(answer));
    expect({ text: answer.text.slice(0, 300), leads }).toMatchObject({ leads: true });
  });
});
