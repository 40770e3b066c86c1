import type { CallInput, Client, OperationId } from './client.ts';

/** Input that need not fit the description. */
export interface LooseInput {
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly raw?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls with what the types would refuse; the answer is checked against the description all the same. */
export async function callLoosely(client: Client, id: OperationId, input: LooseInput) {
  return client.call(id, input as CallInput<OperationId>);
}
