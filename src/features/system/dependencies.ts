import type { AppContext } from '../../context.ts';
import { pendingMigrations } from '../../db/migrator.ts';
import { findDatabaseTime } from './system.queries.ts';

export interface DependencyStates {
  readonly database: 'ok' | 'down';
  readonly migrations: 'ok' | 'pending' | 'down';
  readonly blobs: 'ok' | 'down';
}

type Dependencies = Pick<AppContext, 'db' | 'blobs' | 'logger'>;

const answerMsMax = 2000;
const checksUnderWay = new WeakMap<AppContext['db'], Promise<DependencyStates>>();

/** Asks each dependency. Anyone may call for this at any rate, so those who come during a check share its result. */
export async function checkDependencies(dependencies: Dependencies, boundMs = answerMsMax): Promise<DependencyStates> {
  const underWay = checksUnderWay.get(dependencies.db);
  if (underWay !== undefined) return underWay;
  const check = askAll(dependencies, boundMs).finally(() => checksUnderWay.delete(dependencies.db));
  checksUnderWay.set(dependencies.db, check);
  return check;
}

async function askAll({ db, blobs, logger }: Dependencies, boundMs: number): Promise<DependencyStates> {
  const ask = async <Answer>(name: keyof DependencyStates, question: Promise<Answer>): Promise<Answer | undefined> =>
    answerWithin(boundMs, question).catch((error: unknown) => {
      logger.warn({ err: error, dependency: name }, 'dependency check failed');
      return undefined;
    });
  const [time, pending, stored] = await Promise.all([
    ask('database', findDatabaseTime(db)),
    ask('migrations', pendingMigrations(db)),
    ask('blobs', blobs.check().then(() => true)),
  ]);
  return {
    database: time === undefined ? 'down' : 'ok',
    migrations: pending === undefined ? 'down' : pending.length === 0 ? 'ok' : 'pending',
    blobs: stored === undefined ? 'down' : 'ok',
  };
}

/** A late answer, or a late failure, is ignored. */
async function answerWithin<Answer>(boundMs: number, question: Promise<Answer>): Promise<Answer> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`no answer within ${boundMs} ms`)), boundMs);
  try {
    return await Promise.race([question, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
