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
  const ask = async <State>(dependency: keyof DependencyStates, question: () => Promise<State>) =>
    answerWithin(boundMs, question()).catch((error: unknown) => {
      logger.warn({ err: error, dependency }, 'dependency check failed');
      return 'down' as const;
    });
  const [database, migrations, stored] = await Promise.all([
    ask('database', async () => {
      await findDatabaseTime(db);
      return 'ok' as const;
    }),
    ask('migrations', async () => ((await pendingMigrations(db)).length === 0 ? 'ok' : 'pending')),
    ask('blobs', async () => {
      await blobs.check();
      return 'ok' as const;
    }),
  ]);
  return { database, migrations, blobs: stored };
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
