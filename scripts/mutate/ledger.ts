import { operatorEmail } from '../../contract-tests/harness/operator.ts';
import { isSuccess, objectOf, type Answer, type Request } from './message.ts';

interface Issued {
  readonly token: string;
  readonly kind: 'account' | 'worker' | 'lease';
  /** Of the account; of the lease its id. */
  readonly owner: string;
  readonly scopes: readonly string[];
}

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? `${value}` : '');

/** What the server handed out while its traffic went by: a defect that lets a stranger in needs a token that opens. */
export interface Ledger {
  note(operationId: string, request: Request, answer: Answer): void;
  /** The newest token of the kind; of this lease where one is named. */
  newest(kind: Issued['kind'], leaseId?: string): string | undefined;
  /** The widest token of the account that this one belongs to. */
  widestOfSame(token: string | undefined): string | undefined;
  /** One token with every scope of each other account, newest first. */
  ofOthers(token: string | undefined): readonly string[];
  kindOf(token: string | undefined): Issued['kind'] | undefined;
  /** The operator's widest token: it may do whatever an account may. */
  ofOperator(): string | undefined;
}

function issuedBy(operationId: string, request: Request, answer: Answer): Issued | undefined {
  const asked = objectOf(request) ?? {};
  const given = objectOf(answer) ?? {};
  const scopes = Array.isArray(given['scopes']) ? given['scopes'].map(text) : [];
  const issued = {
    createToken: { token: text(given['token']), kind: 'account' as const, owner: text(asked['email']), scopes },
    createWorker: { token: text(given['worker_token']), kind: 'worker' as const, owner: 'worker', scopes },
    claimRun: { token: text(given['lease_token']), kind: 'lease' as const, owner: text(given['lease_id']), scopes },
  }[operationId];
  return issued === undefined || issued.token === '' ? undefined : issued;
}

export const ledgerOperations: readonly string[] = ['createToken', 'createWorker', 'claimRun'];
const strangersMax = 12;

export function openLedger(): Ledger {
  const newestFirst: Issued[] = [];
  const ownerOf = (token: string | undefined) => newestFirst.find((issued) => issued.token === token);
  const widestOf = (owner: string) =>
    newestFirst
      .filter((issued) => issued.kind === 'account' && issued.owner === owner)
      .toSorted((a, b) => b.scopes.length - a.scopes.length)[0]?.token;
  return {
    note: (operationId, request, answer) => {
      const issued = isSuccess(answer) ? issuedBy(operationId, request, answer) : undefined;
      if (issued !== undefined) newestFirst.unshift(issued);
    },
    newest: (kind, leaseId) =>
      newestFirst.find((issued) => issued.kind === kind && (leaseId === undefined || issued.owner === leaseId))?.token,
    widestOfSame: (token) => {
      const issued = ownerOf(token);
      return issued === undefined ? undefined : widestOf(issued.owner);
    },
    ofOthers: (token) => {
      const mine = ownerOf(token)?.owner;
      const owners = newestFirst.filter(({ kind, owner }) => kind === 'account' && owner !== mine);
      return [...new Set(owners.map(({ owner }) => owner))]
        .slice(0, strangersMax)
        .flatMap((owner) => widestOf(owner) ?? []);
    },
    kindOf: (token) => ownerOf(token)?.kind,
    ofOperator: () => widestOf(operatorEmail),
  };
}
