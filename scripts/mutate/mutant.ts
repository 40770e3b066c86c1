import type { Operation } from './described-operations.ts';
import type { Ledger } from './ledger.ts';
import { tokenOf, withToken, type Answer, type Request } from './message.ts';

export type MutantClass =
  'auth' | 'ownership' | 'status' | 'headers' | 'schema' | 'negative input' | 'paging' | 'state' | 'semantics';

/** Whether no defect of the class may survive. */
export const isStrict = (name: MutantClass | 'description'): boolean =>
  name === 'auth' || name === 'ownership' || name === 'status';

/** One request at the mutated operation, between a test and the real server. */
export interface Exchange {
  readonly operation: Operation;
  readonly request: Request;
  readonly pathValues: Readonly<Record<string, string>>;
  /** What the real server answers to this request, or to another one in its place. */
  send(request?: Request): Promise<Answer>;
  readonly ledger: Ledger;
  /** Kept as long as the mutant is at work before this server. */
  readonly memory: Map<string, unknown>;
}

export type Serve = (exchange: Exchange) => Promise<Answer>;

/** A defect that a server could have, of any operation that it fits. */
export interface Mutant {
  readonly id: string;
  readonly class: MutantClass;
  /** What the server does wrong. */
  readonly defect: string;
  fits(operation: Operation): boolean;
  readonly serve: Serve;
}

/** A defect that shows in the answer alone. */
export const inAnswer =
  (change: (answer: Answer, exchange: Exchange) => Answer): Serve =>
  async (exchange) =>
    change(await exchange.send(), exchange);

/** A defect of how a request is understood; null where this one is understood rightly. */
export const inRequest =
  (change: (request: Request, exchange: Exchange) => Request | null): Serve =>
  async (exchange) =>
    exchange.send(change(exchange.request, exchange) ?? exchange.request);

/** Answers of this status are not given: another request is served in the place of the refused one, if there is any. */
export const insteadOf =
  (status: number, other: (refused: Answer, exchange: Exchange) => Request | null): Serve =>
  async (exchange) => {
    const answer = await exchange.send();
    const replacement = answer.status === status ? other(answer, exchange) : null;
    return replacement === null ? answer : exchange.send(replacement);
  };

/** A token with which the operation can be called: of the lease that the address names, of any worker, of the operator. */
export function openingToken({ operation, pathValues, ledger }: Exchange): string | undefined {
  const { credential } = operation;
  if (credential === 'lease') return ledger.newest('lease', pathValues['lease_id']);
  if (credential === 'worker') return ledger.newest('worker');
  return credential === 'account' ? ledger.ofOperator() : undefined;
}

export function asOpening(exchange: Exchange): Request | null {
  const token = openingToken(exchange);
  return token === undefined || token === tokenOf(exchange.request) ? null : withToken(exchange.request, token);
}
