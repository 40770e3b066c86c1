import type { AppContext } from '../../context.ts';
import { tokenOwner } from './job-tokens.ts';
import type { WorkPurpose } from './preflight.table.ts';
import { listSealedWork, updateResealedToken, type SealedWork } from './sealed-tokens.queries.ts';

export interface Resealing {
  /** Sealed by the active key now, and by another before. */
  readonly resealed: number;
  /** Were sealed by the active key already. */
  readonly current: number;
  /** What no key opens that is there. */
  readonly unreadable: number;
  /** Names of keys that some are sealed with, and that are not there. */
  readonly missingKeys: readonly string[];
}

const pageSize = 500;

async function* sealedWork(db: AppContext['db'], purpose: WorkPurpose): AsyncIterable<SealedWork> {
  let afterId: string | undefined;
  do {
    const page = await listSealedWork(db, purpose, { afterId, limit: pageSize });
    yield* page;
    afterId = page.at(-1)?.id;
  } while (afterId !== undefined);
}

async function* allSealedWork(db: AppContext['db']): AsyncIterable<SealedWork> {
  yield* sealedWork(db, 'preflight');
  yield* sealedWork(db, 'fixes');
}

/**
 * Seals what jobs and deliveries keep by the active key, so that the others can go. A job that keeps another token meanwhile has had it
 * sealed by a server; servers get the new key first.
 */
export async function resealJobTokens({ db, sealing }: Pick<AppContext, 'db' | 'sealing'>): Promise<Resealing> {
  let [resealed, current, unreadable] = [0, 0, 0];
  const missingKeys = new Set<string>();
  for await (const job of allSealedWork(db)) {
    const outcome = sealing.reseal(job.sealed_token, tokenOwner(job));
    if (outcome.kind === 'key_unavailable') missingKeys.add(outcome.kid);
    if (outcome.kind !== 'resealed') unreadable += 1;
    else if (outcome.sealed === job.sealed_token) current += 1;
    else if (await updateResealedToken(db, job, outcome.sealed)) resealed += 1;
  }
  return { resealed, current, unreadable, missingKeys: [...missingKeys].sort() };
}
