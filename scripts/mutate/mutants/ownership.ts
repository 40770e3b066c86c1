import { idsInPath, isReadable, rowSchemaOf, type Operation } from '../described-operations.ts';
import {
  editObject,
  isJsonObject,
  isSuccess,
  objectOf,
  tokenOf,
  withJson,
  withToken,
  type Answer,
  type Request,
} from '../message.ts';
import { asOpening, insteadOf, type Exchange, type Mutant } from '../mutant.ts';

const ofAccount = ({ credential }: Operation): boolean => credential === 'account';
const ownsById = (operation: Operation): boolean => ofAccount(operation) && idsInPath(operation).length > 0;

const byStrangers = ({ request, ledger }: Exchange): Request[] =>
  ledger.ofOthers(tokenOf(request)).map((token) => withToken(request, token));

/** What the owner would be answered; undefined when nobody owns it. */
async function ownersAnswer(exchange: Exchange): Promise<Answer | undefined> {
  for (const request of byStrangers(exchange)) {
    const answer = await exchange.send(request);
    if (isSuccess(answer)) return answer;
  }
  return undefined;
}

/** What can be read of that which an operation is about: an address that can be written can mostly not be read. */
const readableAt = (path: string): string =>
  path.replace(
    /\/(cancel|restart|reevaluate|finalize|link|baseline-approvals?|samples\/[^/]+\/baseline-approval)$/,
    '',
  );

const canBeToldForeign = (operation: Operation): boolean =>
  ownsById(operation) && !operation.operator && isReadable(readableAt(operation.path));

/** Asks as the owner without changing anything. */
async function isForeign(exchange: Exchange): Promise<boolean> {
  for (const request of byStrangers(exchange)) {
    const path = request.target.split('?')[0] ?? '';
    const target = exchange.request.method === 'GET' ? request.target : readableAt(path);
    const bodiless = request.headers.filter(([name]) => !/^content-/i.test(name));
    const read = { ...request, method: 'GET', target, headers: bodiless, body: Buffer.alloc(0) };
    if (isSuccess(await exchange.send(read))) return true;
  }
  return false;
}

async function addForeignRows(exchange: Exchange): Promise<Answer> {
  const answer = await exchange.send();
  if (answer.status !== 200) return answer;
  for (const request of byStrangers(exchange)) {
    const foreign = objectOf(await exchange.send(request));
    const rows = Array.isArray(foreign?.['data']) ? foreign['data'] : [];
    if (rows.length > 0)
      return editObject(answer, (body) => {
        const pagination = isJsonObject(body['pagination']) ? body['pagination'] : {};
        const total = typeof pagination['total'] === 'number' ? { total: pagination['total'] + 1 } : {};
        const own = Array.isArray(body['data']) ? body['data'] : [];
        return { ...body, data: [...own, rows[0]], pagination: { ...pagination, ...total } };
      });
  }
  return answer;
}

const parentsMax = 8;

/** A child under another parent than its own: under the one of those asked for lately that has it. */
async function serveFromWrongParent({ operation, request, pathValues, memory, send }: Exchange): Promise<Answer> {
  const answer = await send();
  const names = idsInPath(operation).slice(0, -1);
  const asked = Object.fromEntries(names.map((name) => [name, pathValues[name] ?? '']));
  const key = JSON.stringify(asked);
  const others = [...memory].filter(([known]) => known !== key).map(([, parents]) => parents as typeof asked);
  memory.delete(key);
  memory.set(key, asked);
  if (answer.status !== 404) return answer;
  const query = request.target.slice(request.target.split('?')[0]?.length);
  for (const parents of others.slice(-parentsMax).reverse()) {
    const known: Readonly<Record<string, string>> = { ...pathValues, ...parents };
    const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? '');
    const found = await send({ ...request, target: path + query });
    if (found.status !== 404) return found;
  }
  return answer;
}

/** Another resource of the same kind, which the same client may read. */
async function serveNeighbour({ request, send, memory }: Exchange): Promise<Answer> {
  const answer = await send();
  if (answer.status !== 200) return answer;
  const [path = ''] = request.target.split('?');
  const key = tokenOf(request) ?? '';
  const earlier = memory.get(key) as { path: string; answer: Answer } | undefined;
  if (earlier === undefined) memory.set(key, { path, answer });
  return earlier === undefined || earlier.path === path ? answer : earlier.answer;
}

export const ownershipMutants: readonly Mutant[] = [
  {
    id: 'foreign-resource-served',
    class: 'ownership',
    defect: 'serves what belongs to another domain',
    fits: (operation) => ownsById(operation) && !operation.operator,
    serve: async (exchange) => {
      const answer = await exchange.send();
      return answer.status === 404 ? ((await ownersAnswer(exchange)) ?? answer) : answer;
    },
  },
  {
    id: 'foreign-rows-listed',
    class: 'ownership',
    defect: 'lists a row of another domain',
    fits: (operation) =>
      ofAccount(operation) && !operation.operator && rowSchemaOf(operation) !== undefined && !ownsById(operation),
    serve: addForeignRows,
  },
  {
    id: 'foreign-told-by-status',
    class: 'ownership',
    defect: 'answers 403 for what belongs to another domain and 404 for what does not exist',
    fits: canBeToldForeign,
    serve: async (exchange) => {
      const answer = await exchange.send();
      return answer.status === 404 && (await isForeign(exchange)) ? { ...answer, status: 403 } : answer;
    },
  },
  {
    id: 'foreign-told-by-words',
    class: 'ownership',
    defect: 'says of what belongs to another domain that it does',
    fits: canBeToldForeign,
    serve: async (exchange) => {
      const answer = await exchange.send();
      const body = objectOf(answer);
      if (answer.status !== 404 || body === undefined || !(await isForeign(exchange))) return answer;
      return withJson(answer, { ...body, message: 'It belongs to another domain.' });
    },
  },
  {
    id: 'wrong-parent-taken',
    class: 'ownership',
    defect: 'serves a child under another parent than its own',
    fits: (operation) => ofAccount(operation) && idsInPath(operation).length > 1,
    serve: serveFromWrongParent,
  },
  {
    id: 'other-lease-let-in',
    class: 'ownership',
    defect: 'lets a worker act under the lease of another',
    fits: ({ credential }) => credential === 'lease',
    serve: insteadOf(401, (_, exchange) =>
      exchange.ledger.kindOf(tokenOf(exchange.request)) === 'lease' ? asOpening(exchange) : null,
    ),
  },
  {
    id: 'neighbour-served',
    class: 'ownership',
    defect: 'serves another resource than the one that is named',
    fits: (operation) => ownsById(operation) && operation.method === 'GET',
    serve: serveNeighbour,
  },
];
