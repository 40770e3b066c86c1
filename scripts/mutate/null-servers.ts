import { describedExample } from './answer-maker.ts';
import { successesOf } from './described-operations.ts';
import type { Installed } from './fronts.ts';
import { withJson, type Answer } from './message.ts';
import type { Serve } from './mutant.ts';
import { suiteFronts } from './suite-fronts.ts';
import { runFile } from './suite-run.ts';

export type NullServerId = 'always-200' | 'described-mock';

export interface NullServerCount {
  readonly server: NullServerId;
  readonly file: string;
  readonly failed: number;
  /** Tests that a server that does nothing passes. */
  readonly passed: number;
}

const nothing: Answer = { status: 200, headers: [['Content-Type', 'application/json']], body: Buffer.from('{}') };

/** Some tests ask until they are told to stop: no file asks a real server as often as this. */
const answersMax = 3000;

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

/** Runs one whole file with a server that does nothing in the place of every server it starts or finds. */
export async function countAgainstNullServer(server: NullServerId, file: string): Promise<NullServerCount> {
  const installed: Installed = { mutant: { serve: limited(serves[server]) }, reached: 0 };
  suiteFronts.install(installed);
  try {
    const options = { endsAtFirstFailure: false, testTimeoutMs: 3000 };
    const { passed, failed } = await runFile({ file, namePattern: undefined }, options);
    return { server, file, passed, failed: failed.length };
  } finally {
    suiteFronts.install(undefined);
  }
}
