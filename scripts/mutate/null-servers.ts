import { describedExample } from './answer-maker.ts';
import { successesOf } from './described-operations.ts';
import { withJson, type Answer } from './message.ts';
import type { Serve } from './mutant.ts';
import { suiteFronts } from './suite-fronts.ts';
import { runFile, untilRed } from './suite-run.ts';

export type NullServerId = 'always-200' | 'described-mock';

export interface NullServerOutcome {
  readonly server: NullServerId;
  readonly file: string;
  /** No test of the file went red. */
  readonly isDeceived: boolean;
}

const nothing: Answer = { status: 200, headers: [['Content-Type', 'application/json']], body: Buffer.from('{}') };

/** Some tests ask until they are told to stop: no file asks a real server as often as this. */
const answersMax = 3000;
const testTimeoutMs = 3000;

/** Every answer is allowed by the description and none is true. */
const mock: Serve = async ({ operation }) => {
  const [described] = successesOf(operation);
  return described === undefined ? withJson(nothing, {}) : describedExample(described);
};

const serves: Readonly<Record<NullServerId, Serve>> = { 'always-200': async () => nothing, 'described-mock': mock };

function limited(serve: Serve): Serve {
  let answers = 0;
  return async (exchange) => {
    answers += 1;
    if (answers > answersMax) throw new Error('asked too often');
    return serve(exchange);
  };
}

/** Runs one file with a server that does nothing in the place of every server it starts or finds. */
export async function meetNullServer(server: NullServerId, file: string): Promise<NullServerOutcome> {
  suiteFronts.install({ mutant: { serve: limited(serves[server]) }, answersFor: () => true, reached: 0 });
  try {
    const { failed } = await runFile(file, untilRed(), testTimeoutMs);
    return { server, file, isDeceived: failed.length === 0 };
  } finally {
    suiteFronts.install(undefined);
  }
}
