import type { AppContext } from '../context.ts';
import { AppError, notFound } from '../errors.ts';
import { reachesRun } from '../features/tokens/confinement.ts';
import type { Authority, Confinement, Principal } from '../principal.ts';
import type { DeclaredOperation } from './route-table.ts';

const refused = (message: string): AppError => new AppError('forbidden', message);

/** Deny by default: a confined token opens what the description says is about one run or one repository, or itself. */
export function assertConfinable({ confinedBy }: DeclaredOperation, { confinement }: Authority): void {
  if (confinement === undefined || confinedBy === 'token' || confinedBy === 'run') return;
  if (confinedBy === null) throw refused('The token is confined, and this goes beyond its confines.');
  if (confinement.runId !== undefined) throw refused('The token is confined to one run.');
}

interface Addressed {
  readonly path: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

const memberOf = (part: unknown, name: string): unknown => new Map(Object.entries(part ?? {})).get(name);

/**
 * What a confined token asks for, held to its confines: a run beyond them is as good as missing, another repository is
 * refused, and a list that could be of several is of the token's own.
 */
export async function confined<Input extends Addressed>(
  { db }: Pick<AppContext, 'db'>,
  operation: DeclaredOperation,
  principal: Principal | undefined,
  input: Input,
): Promise<Input> {
  if (principal?.kind !== 'account' || principal.confinement === undefined) return input;
  if (operation.confinedBy === 'run') {
    const runId = Number(memberOf(input.path, 'run_id'));
    if (!(await reachesRun(db, principal, runId))) throw notFound('run');
  }
  return operation.confinedBy === 'repository' ? withRepository(input, principal.confinement) : input;
}

function withRepository<Input extends Addressed>(input: Input, { repository }: Confinement): Input {
  const asked = memberOf(input.query, 'repository') ?? memberOf(input.body, 'repository');
  const own = repository?.name ?? '';
  if (asked === undefined) return { ...input, query: { ...Object(input.query), repository: own } };
  if (String(asked).toLowerCase() !== own.toLowerCase()) throw refused('The token is confined to another repository.');
  return input;
}
