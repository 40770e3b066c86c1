import { operatorEmail, operatorPassword } from '../../../contract-tests/harness/operator.ts';
import { everyScope, ordinaryScopes } from '../../../contract-tests/harness/world.ts';
import { declares, type Operation } from '../described-operations.ts';
import {
  editObject,
  headerOf,
  isJsonObject,
  isSuccess,
  objectOf,
  tokenOf,
  withJson,
  withToken,
  withoutHeader,
  type Answer,
  type Request,
} from '../message.ts';
import { asOpening, insteadOf, openingToken, type Exchange, type Mutant } from '../mutant.ts';

const takesToken = ({ credential }: Operation): boolean => ['account', 'worker', 'lease'].includes(credential);
const ofAccount = ({ credential }: Operation): boolean => credential === 'account';
/** Where no other role can hold the scope, the scope decides before the role is looked at. */
const isRuled = ({ roles, operator, scopes }: Operation): boolean =>
  operator || (roles.length > 0 && scopes.every((scope) => ordinaryScopes.some((held) => held === scope)));

const missesScope = (answer: Answer): boolean => {
  const details = objectOf(answer)?.['details'];
  return isJsonObject(details) && Array.isArray(details['missing_scopes']) && details['missing_scopes'].length > 0;
};

const byWidest = ({ request, ledger }: Exchange): Request | null => {
  const token = ledger.widestOfSame(tokenOf(request));
  return token === undefined ? null : withToken(request, token);
};

/** The challenge is that of one who gave no credential, whoever asks. */
const plainChallenge = (answer: Answer): Answer => ({
  ...answer,
  headers: answer.headers.map(([name, value]) =>
    /^www-authenticate$/i.test(name) ? [name, value.replace(/, error="invalid_token".*/, '')] : [name, value],
  ),
});

/** What a login may do is more than it says. */
async function grantMore({ request, send }: Exchange): Promise<Answer> {
  const asked = objectOf(request);
  if (asked === undefined || !Array.isArray(asked['scopes'])) return send();
  const wider = await send(withJson(request, { ...asked, scopes: everyScope }));
  if (!isSuccess(wider)) return send();
  return editObject(wider, (body) => ({ ...body, scopes: asked['scopes'] }));
}

/** Of the same bytes, once they were fetched with a good signature. */
async function serveUnsigned({ send, memory, pathValues }: Exchange): Promise<Answer> {
  const answer = await send();
  const key = pathValues['sha256'] ?? '';
  if (answer.status === 200) memory.set(key, answer);
  const served = memory.get(key);
  return answer.status === 401 && served !== undefined ? (served as Answer) : answer;
}

export const authMutants: readonly Mutant[] = [
  {
    id: 'anonymous-let-in',
    class: 'auth',
    defect: 'serves a request without a credential',
    fits: takesToken,
    serve: insteadOf(401, (_, exchange) => (tokenOf(exchange.request) === undefined ? asOpening(exchange) : null)),
  },
  {
    id: 'any-token-let-in',
    class: 'auth',
    defect: 'serves a request with whatever token',
    fits: takesToken,
    serve: insteadOf(401, (_, exchange) => (tokenOf(exchange.request) === undefined ? null : asOpening(exchange))),
  },
  {
    id: 'token-of-other-kind-let-in',
    class: 'auth',
    defect: 'takes the token of a worker, a lease or an account for one of another kind',
    fits: takesToken,
    serve: insteadOf(401, (_, exchange) => {
      const kind = exchange.ledger.kindOf(tokenOf(exchange.request));
      return kind === undefined || kind === exchange.operation.credential ? null : asOpening(exchange);
    }),
  },
  {
    id: 'header-token-for-worker',
    class: 'auth',
    defect: 'takes a worker’s or lease’s token from the header of accounts',
    fits: ({ credential }) => credential === 'worker' || credential === 'lease',
    serve: insteadOf(401, (_, { request }) => {
      const token = headerOf(request, 'X-SPCI-Access-Token');
      return token === undefined ? null : withToken(request, token);
    }),
  },
  {
    id: 'second-source-tried',
    class: 'auth',
    defect: 'falls back to the second header when the token in the first is bad',
    fits: ofAccount,
    serve: insteadOf(401, (_, { request }) =>
      headerOf(request, 'X-SPCI-Access-Token') === undefined || headerOf(request, 'Authorization') === undefined
        ? null
        : withoutHeader(request, 'Authorization'),
    ),
  },
  {
    id: 'header-token-refused',
    class: 'auth',
    defect: 'does not take the token from the product’s own header',
    fits: ofAccount,
    serve: ({ request, send }) => send(withoutHeader(request, 'X-SPCI-Access-Token')),
  },
  {
    id: 'scope-ignored',
    class: 'auth',
    defect: 'lets every token of an account do what one of them may',
    fits: ({ scopes }) => scopes.length > 0,
    serve: insteadOf(403, (answer, exchange) => (missesScope(answer) ? byWidest(exchange) : null)),
  },
  {
    id: 'role-ignored',
    class: 'auth',
    defect: 'does not look at the role',
    fits: isRuled,
    serve: insteadOf(403, (answer, exchange) => (missesScope(answer) ? null : asOpening(exchange))),
  },
  {
    id: 'wider-scopes-granted',
    class: 'auth',
    defect: 'gives a new token every scope and shows those that were asked for',
    fits: ({ id }) => id === 'createToken',
    serve: grantMore,
  },
  {
    id: 'wrong-password-taken',
    class: 'auth',
    defect: 'signs in with a wrong password',
    fits: ({ id }) => id === 'createToken',
    serve: insteadOf(401, (_, { request }) =>
      withJson(request, { ...objectOf(request), email: operatorEmail, password: operatorPassword }),
    ),
  },
  {
    id: 'signature-ignored',
    class: 'auth',
    defect: 'serves bytes without a valid signature',
    fits: ({ credential }) => credential === 'signature',
    serve: serveUnsigned,
  },
  {
    id: 'revoked-token-lives',
    class: 'auth',
    defect: 'acknowledges a revocation and revokes nothing',
    fits: ({ method, slice }) => method === 'DELETE' && (slice === 'tokens' || slice === 'workers'),
    serve: async (exchange) => {
      const { request, send } = exchange;
      const other = await send({ ...request, method: 'GET', target: '/api/v1/auth/me' });
      const isKnown = other.status === 200 && openingToken(exchange) !== undefined;
      const headers = other.headers.filter(([name]) => !/^content-/i.test(name));
      return isKnown ? { status: 204, headers, body: Buffer.alloc(0) } : send();
    },
  },
  {
    id: 'bad-token-told-as-none',
    class: 'auth',
    defect: 'does not tell a bad token from a missing one',
    fits: (operation) => takesToken(operation) && declares(operation, 401),
    serve: async ({ send }) => {
      const answer = await send();
      return /error="invalid_token"/.test(headerOf(answer, 'WWW-Authenticate') ?? '') ? plainChallenge(answer) : answer;
    },
  },
];
