import { describe, expect, test } from '@jest/globals';
import { createClient, type Client, type OperationId } from './client.ts';
import { callLoosely, type LooseInput } from './loose-call.ts';
import { expectCredentialNeeded, expectScopeNeeded, failureOf } from './refusals.ts';
import { sharedToken } from './shared-tokens.ts';
import type { Role, Scope, World } from './world.ts';

export interface Guard {
  readonly scope: Scope;
  /** Roles that may hold the scope and are refused all the same. */
  readonly refusedRoles?: readonly Role[];
}

/** Who is refused before anything is looked for: of whichever domain. */
async function shared({ url }: World, name: string, make: () => Promise<Client>): Promise<Client> {
  return createClient(url, await sharedToken(url, name, async () => (await make()).token));
}

/** The promises of every operation that takes an account's token with a scope. */
export function describeGuard(world: () => World, id: OperationId, input: LooseInput, guard: Guard): void {
  const send = (client: Client) => callLoosely(client, id, input);

  describe('401 and 403', () => {
    test('needs a token that is one', () => expectCredentialNeeded(world(), send));

    const adminWith = (scopes: Scope[]) =>
      shared(world(), `admin ${scopes.join(' ')}`, () => world().adminWith(scopes));

    test(`needs ${guard.scope}`, () => expectScopeNeeded(adminWith, guard.scope, send));

    for (const role of guard.refusedRoles ?? [])
      test(`refuses the role ${role}`, async () => {
        const { details } = failureOf(await send(await shared(world(), role, () => world().member(role))), 403);
        expect(details).toMatchObject({ user_role: role });
      });
  });
}
