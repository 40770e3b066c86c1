import { declares, successesOf, type Operation } from '../described-operations.ts';
import { editObject, headerOf, isJsonObject, isSuccess, withHeader, withoutHeader, type Answer } from '../message.ts';
import { inAnswer, inRequest, type Exchange, type Mutant } from '../mutant.ts';

const declaresHeader = (name: string) => (operation: Operation) =>
  successesOf(operation).some(({ requiredHeaders }) => requiredHeaders.includes(name));
const isLimited = declaresHeader('X-RateLimit-Limit');
const every = (): boolean => true;

const dropped = (name: string, fits: (operation: Operation) => boolean): Mutant => ({
  id: `${name.toLowerCase()}-dropped`,
  class: 'headers',
  defect: `does not send ${name}`,
  fits,
  serve: inAnswer((answer) => withoutHeader(answer, name)),
});

const changed = (
  id: string,
  defect: string,
  fits: (operation: Operation) => boolean,
  name: string,
  change: (value: string, exchange: Exchange) => string,
): Mutant => ({
  id,
  class: 'headers',
  defect,
  fits,
  serve: inAnswer((answer, exchange) => {
    const value = headerOf(answer, name);
    return value === undefined ? answer : withHeader(answer, name, change(value, exchange));
  }),
});

function freezeRemaining(answer: Answer, { memory }: Exchange): Answer {
  const remaining = headerOf(answer, 'X-RateLimit-Remaining');
  if (remaining === undefined) return answer;
  const first = memory.get('remaining') ?? remaining;
  memory.set('remaining', first);
  return withHeader(answer, 'X-RateLimit-Remaining', String(first));
}

/** As one who counts what goes by, without the client's id. */
function renameRequest(answer: Answer): Answer {
  const id = 'an-id-of-its-own';
  const renamed = withHeader(answer, 'X-Request-Id', id);
  return editObject(renamed, (body) =>
    isJsonObject(body['details']) ? { ...body, details: { ...body['details'], request_id: id } } : body,
  );
}

export const headerMutants: readonly Mutant[] = [
  dropped('WWW-Authenticate', ({ credential }) => credential !== 'none'),
  dropped('Allow', every),
  dropped('Location', declaresHeader('Location')),
  dropped('Retry-After', isLimited),
  dropped('ETag', declaresHeader('ETag')),
  dropped('X-RateLimit-Limit', isLimited),
  dropped('X-RateLimit-Remaining', isLimited),
  dropped('X-Request-Id', every),
  dropped('Cache-Control', declaresHeader('Cache-Control')),
  dropped('X-Content-Type-Options', every),
  dropped('Content-Security-Policy', every),
  dropped('Idempotency-Replayed', ({ id }) => id === 'createRun'),
  dropped('Content-Disposition', declaresHeader('Content-Disposition')),
  changed('location-elsewhere', 'points to another resource', declaresHeader('Location'), 'Location', (value) =>
    value.replace(/(\d+)(?!.*\d)/, (number) => String(Number(number) + 1)),
  ),
  changed('allow-incomplete', 'leaves a method out of Allow', every, 'Allow', (value) => value.replace(/, [A-Z]+/, '')),
  changed(
    'scope-not-named',
    'does not name the missing scope in the challenge',
    ({ scopes }) => scopes.length > 0,
    'WWW-Authenticate',
    (value) => value.replace(/, scope="[^"]*"/, ''),
  ),
  changed('etag-of-something-else', 'sends an ETag that is not of the content', declaresHeader('ETag'), 'ETag', () => {
    return `"${'0'.repeat(64)}"`;
  }),
  changed('wrong-digest', 'sends the digest of other bytes', declaresHeader('Repr-Digest'), 'Repr-Digest', () => {
    return `sha-256=:${Buffer.alloc(32).toString('base64')}:`;
  }),
  changed('wrong-content-type', 'calls what it sends plain text', every, 'Content-Type', () => 'text/plain'),
  changed('reset-in-the-past', 'says that the window of a limit is over', isLimited, 'X-RateLimit-Reset', () => '1'),
  changed('stored-by-caches', 'lets caches keep secrets', declaresHeader('Cache-Control'), 'Cache-Control', () => {
    return 'public, max-age=60';
  }),
  {
    id: 'rate-limit-frozen',
    class: 'headers',
    defect: 'shows the same remaining count for ever',
    fits: isLimited,
    serve: inAnswer(freezeRemaining),
  },
  {
    id: 'request-id-not-echoed',
    class: 'headers',
    defect: 'does not take over the request id of the client',
    fits: every,
    serve: inAnswer(renameRequest),
  },
  {
    id: 'hsts-on-plain-http',
    class: 'headers',
    defect: 'sends Strict-Transport-Security over plain HTTP',
    fits: every,
    serve: inAnswer((answer) => withHeader(answer, 'Strict-Transport-Security', 'max-age=31536000')),
  },
  {
    id: 'range-ignored',
    class: 'headers',
    defect: 'sends everything where a part was asked for',
    fits: (operation) => declares(operation, 206),
    serve: inRequest((request) => withoutHeader(request, 'Range')),
  },
  {
    id: 'body-to-head',
    class: 'headers',
    defect: 'sends content to HEAD',
    fits: ({ method }) => method === 'GET',
    serve: async ({ request, send }) => {
      const answer = await send();
      if (request.method !== 'HEAD') return answer;
      return { ...answer, body: Buffer.from('{"content":"to HEAD"}'), bodyToHead: true };
    },
  },
  {
    id: 'head-counted-zero',
    class: 'headers',
    defect: 'tells HEAD a length of zero',
    // A redirect alone has no length to tell.
    fits: ({ method, credential, statuses }) =>
      method === 'GET' && credential !== 'signature' && statuses.includes(200),
    serve: inAnswer((answer, { request }) =>
      request.method === 'HEAD' && isSuccess(answer) ? withHeader(answer, 'Content-Length', '0') : answer,
    ),
  },
];
