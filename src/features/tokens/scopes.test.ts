import { describe, expect, test } from '@jest/globals';
import { scopes as registry } from '../../../generated/operations.ts';
import type { Role, Scope } from '../../principal.ts';
import { allowedScopes, assertScopesAllowed } from './scopes.ts';

const everyScope: readonly Scope[] = Object.keys(registry) as (keyof typeof registry)[];
const members: Role[] = ['user', 'tester', 'contributor'];

describe.each(members)('a token of role %s', (role) => {
  test('may read, start runs and see the system, and no more', () => {
    expect(allowedScopes(everyScope, role)).toEqual(['runs:read', 'runs:write', 'results:read', 'system:read']);
  });

  test.each<Scope>(['baselines:write', 'system:write', 'tokens:manage'])('is refused %s by name', (scope) => {
    expect(() => assertScopesAllowed(['runs:read', scope], role)).toThrow(
      expect.objectContaining({
        code: 'forbidden',
        details: { required_scopes: ['runs:read', scope], missing_scopes: [scope] },
      }),
    );
  });
});

test('a token of an administrator may hold every scope that the description registers', () => {
  expect(allowedScopes(everyScope, 'admin')).toEqual(everyScope);
  expect(() => assertScopesAllowed(everyScope, 'admin')).not.toThrow();
});
