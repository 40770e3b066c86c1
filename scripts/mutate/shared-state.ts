import type { components } from '../../generated/client.ts';
import { operatorEmail, operatorPassword } from '../../contract-tests/harness/operator.ts';
import { everyScope, signIn } from '../../contract-tests/harness/world.ts';

const platforms: readonly components['schemas']['Platform'][] = ['linux', 'windows'];

/** Gives back what a request that a mutant let through may have taken from every test of the server. */
export async function restoreSharedState(url: string): Promise<void> {
  const operator = await signIn(url, operatorEmail, operatorPassword, everyScope);
  for (const platform of platforms)
    await operator.expect('updateMaintenance', 200, { path: { platform }, body: { disabled: false } });
  const { data } = await operator.expect('listForbiddenExtensions', 200, { query: { limit: 100 } });
  for (const extension of data) await operator.expect('deleteForbiddenExtension', 200, { path: { extension } });
}
