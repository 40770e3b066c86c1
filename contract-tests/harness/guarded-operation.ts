import { describe, expect, test } from '@jest/globals';
import type { Client, OperationId } from './client.ts';
import { callLoosely, type LooseInput } from './loose-call.ts';
import { expectCredentialNeeded, expectScopeNeeded, failureOf } from './refusals.ts';
import type { Role, Scope, World } from './world.ts';

export interface Guard {
  readonly scope: Scope;
  /** Roles that may hold the scope and are refused all the same. */
  readonly refusedRoles?: readonly Role[];
}

/** The promises of every operation that takes an account's token with a scope. */
export function describeGuard(world: () => World, id: OperationId, input: LooseInput, guard: Guard): void {
  const send = (client: Client) => callLoosely(client, id, input);

  describe('401 and 403', () => {
    test('needs a token that is one', () => expectCredentialNeeded(world(), send));

    test(`needs ${guard.scope}`, () => expectScopeNeeded(world().adminWith, guard.scope, send));

    for (const role of guard.refusedRoles ?? [])
      test(`refuses the role ${role}`, async () => {
        const { details } = failureOf(await send(await world().member(role)), 403);
        expect(details).toMatchObject({ user_role: role });
      });
  });
}
