import type { Client, OperationId } from './client.ts';
import { callLoosely, type LooseInput } from './loose-call.ts';
import { expectSameNotFound } from './refusals.ts';

/** Another domain's resource answers in the words that tell a missing one. */
export async function expectForeignHidden(client: Client, id: OperationId, foreign: LooseInput, missing: LooseInput) {
  expectSameNotFound(await callLoosely(client, id, foreign), await callLoosely(client, id, missing));
}
