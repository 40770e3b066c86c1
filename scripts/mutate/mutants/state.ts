import { describedExample, toldBy } from '../answer-maker.ts';
import { declares, isReadable, successesOf, type Operation } from '../described-operations.ts';
import {
  isJsonObject,
  isSuccess,
  objectOf,
  tokenOf,
  withHeader,
  withJson,
  withoutHeader,
  type Answer,
  type Header,
  type Request,
} from '../message.ts';
import { insteadOf, inRequest, type Exchange, type Mutant } from '../mutant.ts';
import { withoutUnknownFields } from './negative-input.ts';

const isRead = ({ method }: Operation): boolean => method === 'GET';
const answersJson = (operation: Operation): boolean =>
  successesOf(operation).some(({ schema }) => schema !== undefined);

/** What the platform sends with every answer. */
const ofPlatform = ({ headers }: Answer): Header[] =>
  headers.filter(([name]) => !/^(content-|cache-control|www-authenticate|allow|location|transfer-)/i.test(name));

/** A success that nothing has happened for: the described example, with what the request says in it. */
function pretended({ operation, request, pathValues }: Exchange, real: Answer): Answer {
  const [described] = successesOf(operation);
  if (described === undefined) return real;
  const told = toldBy(pathValues, request, objectOf(request) !== undefined);
  const made = describedExample(described, told);
  const platform = ofPlatform(real);
  const named = new Set(platform.map(([name]) => name.toLowerCase()));
  return { ...made, headers: [...platform, ...made.headers.filter(([name]) => !named.has(name.toLowerCase()))] };
}

/** Asks for something that changes nothing, to learn whether this client is let in at all. */
async function pretend(exchange: Exchange): Promise<Answer> {
  const { request, send } = exchange;
  const bare = withoutHeader(withHeader(request, 'Content-Length', '0'), 'Content-Type');
  const probe = await send({ ...bare, method: 'OPTIONS', body: Buffer.alloc(0) });
  return pretended(exchange, probe);
}

/** Every good request is acknowledged, and done only the first time that it comes from a client. */
async function acknowledgeOnly(exchange: Exchange): Promise<Answer> {
  const { operation, request, send } = exchange;
  const undo: Readonly<Record<string, string>> = { cancelRun: 'restart' };
  const word = undo[operation.id];
  if (word === undefined) return pretend(exchange);
  const answer = await send();
  const target = request.target.replace(/[a-z]+$/, word);
  const bare = withoutHeader(withoutHeader(request, 'Content-Type'), 'Content-Length');
  if (objectOf(answer)?.['status'] === 'accepted') await send({ ...bare, target, body: Buffer.alloc(0) });
  return answer;
}

/** What they show never changes once it can be read, so that what was served first stays true. */
const settled: readonly string[] = [
  ...['getActualOutput', 'getBuild', 'getCurrentUser', 'getExpectedOutput', 'getMediaInfoDownload', 'getRunConfig'],
  ...['getSampleDownload', 'getVariantDownload'],
];

async function serveFirstForEver({ request, send, memory }: Exchange): Promise<Answer> {
  const answer = await send();
  const key = `${tokenOf(request)} ${request.method} ${request.target}`;
  const first = memory.get(key) as Answer | undefined;
  if (first === undefined && answer.status === 200) memory.set(key, answer);
  return first !== undefined && first.body.compare(answer.body) !== 0 ? first : answer;
}

async function serveAfterDeletion({ request, send, memory }: Exchange): Promise<Answer> {
  const answer = await send();
  const key = `${tokenOf(request)} ${request.target}`;
  if (answer.status === 200) memory.set(key, answer);
  const served = memory.get(key) as Answer | undefined;
  return answer.status === 404 && served !== undefined ? served : answer;
}

async function applyRefused(exchange: Exchange): Promise<Answer> {
  const answer = await exchange.send();
  const stripped = answer.status === 400 ? withoutUnknownFields(exchange) : null;
  if (stripped !== null) await exchange.send(stripped);
  return answer;
}

/** The description of the resource as it would be after the change. */
async function pretendUpdate({ request, send }: Exchange): Promise<Answer> {
  const change = objectOf(request);
  const bare = withoutHeader(withoutHeader(request, 'Content-Type'), 'Content-Length');
  const read = await send({ ...bare, method: 'GET', body: Buffer.alloc(0) });
  const shown = objectOf(read);
  return read.status === 200 && change !== undefined && shown !== undefined
    ? withJson(read, { ...shown, ...Object.fromEntries(Object.entries(change).filter(([name]) => name in shown)) })
    : send();
}

async function doTwice({ send, request }: Exchange): Promise<Answer> {
  const answer = await send();
  if (isSuccess(answer)) await send(withoutHeader({ ...request }, 'Idempotency-Key'));
  return answer;
}

const isConflict =
  (...codes: string[]) =>
  (answer: Answer): boolean =>
    codes.includes(String(objectOf(answer)?.['code']));

const acknowledged =
  (code: string, status: number) =>
  async (exchange: Exchange): Promise<Answer> => {
    const answer = await exchange.send();
    return answer.status === status && isConflict(code)(answer) ? pretended(exchange, answer) : answer;
  };

const withoutKey = (request: Request): Request => withoutHeader(request, 'Idempotency-Key');
const takesKey = ({ parameters }: Operation): boolean => parameters.some(({ name }) => name === 'Idempotency-Key');

export const stateMutants: readonly Mutant[] = [
  {
    id: 'served-after-deletion',
    class: 'state',
    defect: 'serves from a cache what was deleted',
    fits: ({ id }) => id === 'getRegressionTest',
    serve: serveAfterDeletion,
  },
  {
    id: 'served-stale',
    class: 'state',
    defect: 'serves for ever what it served first',
    fits: (operation) =>
      isRead(operation) &&
      answersJson(operation) &&
      operation.credential === 'account' &&
      !settled.includes(operation.id),
    serve: serveFirstForEver,
  },
  {
    id: 'deletion-only-acknowledged',
    class: 'state',
    defect: 'acknowledges a deletion and deletes nothing',
    fits: ({ method }) => method === 'DELETE',
    serve: pretend,
  },
  {
    id: 'creation-only-acknowledged',
    class: 'state',
    defect: 'acknowledges a creation and creates nothing',
    fits: (operation) => operation.method === 'POST' && declares(operation, 201) && operation.credential === 'account',
    serve: pretend,
  },
  {
    id: 'update-only-acknowledged',
    class: 'state',
    defect: 'acknowledges a change and changes nothing',
    fits: ({ method, path }) => method === 'PATCH' && isReadable(path),
    serve: pretendUpdate,
  },
  {
    id: 'cancellation-only-acknowledged',
    class: 'state',
    defect: 'says that a run is canceled and lets it wait on',
    fits: ({ id }) => id === 'cancelRun',
    serve: acknowledgeOnly,
  },
  {
    id: 'approval-only-acknowledged',
    class: 'state',
    defect: 'acknowledges an approval and approves nothing',
    fits: ({ id }) => id === 'approveBaseline' || id === 'approveBaselines' || id === 'undoApproval',
    serve: pretend,
  },
  {
    id: 'report-only-acknowledged',
    class: 'state',
    defect: 'acknowledges what a worker reports and keeps nothing of it',
    fits: ({ id }) => ['recordResults', 'appendLogLines', 'completeLease', 'putLeaseOutput'].includes(id),
    serve: pretend,
  },
  {
    id: 'refused-write-applied',
    class: 'state',
    defect: 'refuses a request and does what it can of it',
    fits: ({ bodySchema, credential }) =>
      bodySchema !== undefined && credential !== 'worker' && bodySchema.additionalProperties !== true,
    serve: applyRefused,
  },
  {
    id: 'done-twice',
    class: 'state',
    defect: 'does twice what it is asked to do once',
    // A second approval of the same outputs finds the first: to do that twice is to do it once.
    fits: ({ id }) => ['createRun', 'createRegressionTest'].includes(id),
    serve: doTwice,
  },
  {
    id: 'conflict-taken',
    class: 'state',
    defect: 'acknowledges what conflicts with what there is',
    fits: (operation) => declares(operation, 409) && operation.credential !== 'lease',
    serve: async (exchange) => {
      const answer = await exchange.send();
      return answer.status === 409 ? pretended(exchange, answer) : answer;
    },
  },
  {
    id: 'late-write-acknowledged',
    class: 'state',
    defect: 'acknowledges a write under a lost lease',
    fits: ({ credential }) => credential === 'lease',
    serve: acknowledged('lease_lost', 409),
  },
  {
    id: 'idempotency-key-dropped',
    class: 'state',
    defect: 'does a repeated request anew',
    fits: takesKey,
    serve: inRequest(withoutKey),
  },
  {
    id: 'reused-key-taken',
    class: 'state',
    defect: 'takes a used idempotency key for another request',
    fits: takesKey,
    serve: insteadOf(422, (answer, { request }) =>
      isConflict('idempotency_key_reused')(answer) ? withoutKey(request) : null,
    ),
  },
  {
    id: 'ready-whatever-happens',
    class: 'state',
    defect: 'says that it is ready when it is not',
    fits: ({ id }) => id === 'getReadiness',
    serve: async (exchange) => {
      const answer = await exchange.send();
      return answer.status === 503 && isJsonObject(objectOf(answer)) ? pretended(exchange, answer) : answer;
    },
  },
];
