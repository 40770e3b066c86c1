// Who may call: schemes in one order everywhere, scopes that are registered, and an owner for whatever has an id.
import { isNode, listAt, nodeAt, textAt, type Description, type Node, type Operation } from '../description.ts';
import type { Finding, Rule } from '../rule.ts';

/** In the order in which the server looks for them; the first that is present decides. */
const accountSchemes = ['bearerToken', 'headerToken', 'queryToken', 'bodyToken', 'sessionCookie'];
/** A signature opens one object for ten minutes; it is the only secret that an address may carry. */
const capabilityScheme = 'fileSignature';
const owners = ['domain', 'account', 'installation', 'lease', 'signature'];

const schemeNode = (description: Description, name: string): Node =>
  nodeAt(description.root, 'components', 'securitySchemes', name);
const isQueryScheme = (description: Description, name: string): boolean =>
  name !== capabilityScheme && textAt(schemeNode(description, name), 'in') === 'query';
const schemesOf = ({ security }: Operation): string[] => security.map(({ scheme }) => scheme);
const isPublic = ({ node, security }: Operation): boolean => 'security' in node && security.length === 0;
const hasPathId = ({ path }: Operation): boolean => /\{(\w+_id|sha256)\}/.test(path);

export const schemesInOrder: Rule = {
  id: 'schemes-in-order',
  *check(description) {
    for (const operation of description.operations) {
      const offered = schemesOf(operation);
      const account = offered.filter((scheme) => accountSchemes.includes(scheme) || isQueryScheme(description, scheme));
      // Pages have a header of their own.
      if (account.length === 0 || offered.includes('browserToken')) continue;
      const at = [...operation.at, 'security'];
      for (const scheme of ['bearerToken', 'headerToken'])
        if (!account.includes(scheme))
          yield {
            at,
            message: `Offer ${scheme} too: whoever may send ${account.join(' or ')} may send it in a header.`,
          };
      const ordered = accountSchemes.filter((scheme) => account.includes(scheme));
      if (account.every((scheme) => ordered.includes(scheme)) && account.join() !== ordered.join())
        yield { at, message: `List the schemes in the order in which they decide: ${ordered.join(', ')}.` };
    }
  },
};

/** A name and what proves it: neither is anything alone. */
const pair = 'applicationCredentialId,applicationCredentialSecret';

export const schemesAreAlternatives: Rule = {
  id: 'schemes-are-alternatives',
  *check({ operations }) {
    for (const { node, at } of operations)
      for (const [index, alternative] of listAt(node, 'security').entries())
        if (isNode(alternative) && Object.keys(alternative).length > 1 && Object.keys(alternative).join() !== pair)
          yield {
            at: [...at, 'security', index],
            message: 'Schemes side by side are needed all at once: give each an alternative of its own.',
          };
  },
};

const isOutsideTokens = (path: string): boolean => !/\/(auth|worker)(\/|$)/.test(path);

/** A small body that the server reads as a whole, of an operation that an account's token opens. */
function mayHoldToken({ node, path, method, security }: Operation): boolean {
  const isJson = 'application/json' in nodeAt(node, 'requestBody', 'content');
  const isForAccounts = security.some(({ scheme }) => accountSchemes.includes(scheme));
  return isJson && isForAccounts && method !== 'get' && isOutsideTokens(path);
}

export const bodyTokensStated: Rule = {
  id: 'body-tokens-stated',
  *check({ operations }) {
    for (const operation of operations)
      if (mayHoldToken(operation) !== (operation.node['x-body-token'] === true))
        yield {
          at: operation.at,
          message: 'Writes in JSON outside /auth and /worker state x-body-token: true, and no other operation does.',
        };
  },
};

export const queryTokensLimited: Rule = {
  id: 'query-tokens-limited',
  *check(description) {
    for (const operation of description.operations) {
      const scheme = schemesOf(operation).find((each) => isQueryScheme(description, each));
      if (scheme === undefined) continue;
      const at = [...operation.at, 'security'];
      if (operation.method !== 'get') yield { at, message: 'A token in the address is for reading only.' };
      if (!isOutsideTokens(operation.path)) yield { at, message: 'No token in an address under /auth or /worker.' };
    }
    for (const scheme of Object.keys(nodeAt(description.root, 'components', 'securitySchemes')))
      if (isQueryScheme(description, scheme) && !('x-sunset' in schemeNode(description, scheme)))
        yield {
          at: ['components', 'securitySchemes', scheme],
          message: 'A token in an address is deprecated from the start: give x-deprecated-at and x-sunset.',
        };
  },
};

/** What nobody needs for reading and for ordinary work stays closed to who shows no scope. */
export const legacyTokensLimited: Rule = {
  id: 'legacy-tokens-limited',
  *check({ root, operations }) {
    const declared = nodeAt(root, 'x-legacy-tokens');
    for (const operation of operations.filter(({ node }) => node['x-legacy-token'] === true)) {
      const { node, path, method, security } = operation;
      const at = [...operation.at, 'x-legacy-token'];
      const scopes = security.flatMap((each) => each.scopes);
      const roles = listAt(node, 'x-required-roles');
      const isOwn = scopes.length === 0 && method === 'get' && path.startsWith('/api/v1/auth/me');
      if (!isForAccounts(operation) || node['x-operator'] === true || !(isOwn || scopes.length > 0))
        yield { at, message: 'A legacy token is for operations of accounts that name a scope.' };
      if (!scopes.every((scope) => listAt(declared, 'scopes').includes(scope)) || roles.join() === 'admin')
        yield { at, message: 'No legacy token where something is approved, minted, revoked or administered.' };
      if (!('x-sunset' in declared))
        yield { at, message: 'Legacy tokens are deprecated from the start: give x-legacy-tokens with its days.' };
    }
  },
};

export const securityStated: Rule = {
  id: 'security-stated',
  *check({ operations }) {
    for (const operation of operations) {
      const { node, at } = operation;
      if (!('security' in node))
        yield { at, message: 'State security on the operation itself, even when it is the usual one.' };
      if (isPublic(operation) !== 'x-public-reason' in node)
        yield {
          at,
          message: 'An operation without security says why in x-public-reason, and only such an operation does.',
        };
    }
  },
};

export const scopesKnown: Rule = {
  id: 'scopes-known',
  *check({ root, operations }) {
    const registry = Object.keys(nodeAt(root, 'x-scopes'));
    for (const { at, security } of operations)
      for (const [index, { scheme, scopes }] of security.entries())
        for (const scope of scopes.filter((each) => !registry.includes(each)))
          yield { at: [...at, 'security', index, scheme], message: `${scope} is not a scope that x-scopes registers.` };
    const declared = listAt(nodeAt(root, 'components', 'schemas', 'Scope'), 'enum');
    if (declared.join() !== registry.join())
      yield { at: ['x-scopes'], message: `x-scopes and the enum of Scope differ: ${declared.join(', ')}.` };
  },
};

export const scopesStated: Rule = {
  id: 'scopes-stated',
  *check({ operations }) {
    for (const { node, at, security } of operations) {
      if (!security.some(({ scheme }) => accountSchemes.includes(scheme))) continue;
      const needsNone = security.every(({ scopes }) => scopes.length === 0);
      if (needsNone !== 'x-no-scope-reason' in node)
        yield {
          at,
          message:
            'An operation that any token may call says why in x-no-scope-reason, and only such an operation does.',
        };
    }
  },
};

export const ownership: Rule = {
  id: 'ownership',
  *check({ operations }) {
    for (const operation of operations) {
      const owner = textAt(operation.node, 'x-ownership');
      if (hasPathId(operation) && !owners.includes(owner))
        yield { at: operation.at, message: `Say in x-ownership who owns what the path names: ${owners.join(', ')}.` };
      if (!hasPathId(operation) && owner !== '')
        yield {
          at: [...operation.at, 'x-ownership'],
          message: 'No id in the path: nothing that x-ownership could tell of.',
        };
    }
  },
};

const isForAccounts = (operation: Operation): boolean =>
  schemesOf(operation).some((scheme) => accountSchemes.includes(scheme));

/** What a confined token is held by, and what an operation must have for that. */
const confines: Readonly<Record<string, (operation: Operation) => boolean>> = {
  token: ({ path }) => path.startsWith('/api/v1/auth/'),
  run: ({ path }) => path.includes('{run_id}'),
  repository: namesRepository,
};

function namesRepository({ node, parameters }: Operation): boolean {
  const inQuery = parameters.some((parameter) => textAt(parameter.node, 'name') === 'repository');
  return inQuery || 'requestBody' in node;
}

export const confinement: Rule = {
  id: 'confinement',
  *check({ operations }) {
    for (const operation of operations) {
      const { node, at, path } = operation;
      const by = textAt(node, 'x-confined-by');
      if (by !== '' && !(isForAccounts(operation) && (confines[by]?.(operation) ?? false)))
        yield { at: [...at, 'x-confined-by'], message: `Nothing here holds a confined token to its ${by}.` };
      const isOfRun = isForAccounts(operation) && path.includes('{run_id}');
      if (isOfRun && (by === 'run') === 'x-unconfined-reason' in node)
        yield { at, message: 'What is about a run states x-confined-by: run, or x-unconfined-reason.' };
    }
  },
};

/**
 * Scopes, roles, read-only accounts and confined tokens may be refused; a mere read without a scope, which every token
 * opens, leaves nothing to refuse.
 */
function mayForbid(operation: Operation): boolean {
  const own = operation.security.filter(({ scheme }) => accountSchemes.includes(scheme));
  const opensToAll = textAt(operation.node, 'x-confined-by') === 'token';
  return own.some(({ scopes }) => operation.method !== 'get' || scopes.length > 0 || !opensToAll);
}

export const accessRefusals: Rule = {
  id: 'access-refusals',
  *check(description) {
    for (const operation of description.operations) {
      const statuses = operation.answers.map(({ status }) => status);
      const at = [...operation.at, 'responses'];
      const expected = [...(isPublic(operation) ? [] : ['401']), ...(mayForbid(operation) ? ['403'] : [])];
      for (const status of expected)
        if (!statuses.includes(status)) yield { at, message: `Document ${status}: a credential may be refused here.` };
      const hasCredentialInBody = 'requestBody' in operation.node;
      if (isPublic(operation) && !hasCredentialInBody && statuses.includes('401'))
        yield { at, message: 'Nothing here looks at a credential, so 401 cannot happen.' };
    }
    yield* challenges(description);
  },
};

function* challenges({ root, answers }: Description): Iterable<Finding> {
  const unauthorized = answers.filter(({ at }) => at.at(-1) === '401' || at.at(-1) === 'Unauthorized');
  for (const { node, at } of unauthorized) {
    const header = nodeAt(node, 'headers', 'WWW-Authenticate');
    const name = textAt(header, '$ref').split('/').at(-1);
    const resolved = name === undefined || name === '' ? header : nodeAt(root, 'components', 'headers', name);
    if (resolved['required'] !== true)
      yield { at, message: 'Every 401 carries WWW-Authenticate: declare it required.' };
  }
}

export const serversSafe: Rule = {
  id: 'servers-safe',
  *check({ root }) {
    for (const [index, server] of listAt(root, 'servers').entries()) {
      const url = isNode(server) ? textAt(server, 'url') : '';
      if (/^http:\/\/(?!(localhost|127\.0\.0\.1)([:/]|$))/.test(url))
        yield { at: ['servers', index, 'url'], message: 'Plain HTTP is for this machine only.' };
    }
    for (const [name, scheme] of Object.entries(nodeAt(root, 'components', 'securitySchemes')))
      if (isNode(scheme) && textAt(scheme, 'scheme').toLowerCase() === 'basic')
        yield { at: ['components', 'securitySchemes', name], message: 'No password with every request: use a token.' };
  },
};
