import { Readable } from 'node:stream';
import type { Transaction } from 'kysely';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import { AppError, notFound } from '../../errors.ts';
import type { AccountPrincipal, Platform } from '../../principal.ts';
import { approveGiven } from '../baselines/given-content.ts';
import {
  countRunsPlanningOutput,
  deleteExpectedOutput,
  insertExpectedOutputs,
  updateExpectedOutput,
  type NewExpectedOutput,
} from './expected-outputs.queries.ts';
import type { OutputPlace } from './output-key.ts';
import { findRegressionTest, findRegressionTestForUpdate, type DetailedOutput } from './regression-tests.queries.ts';
import { existingRegressionTest, lockRegressionTest } from './test-lookup.ts';
import { assertOutputsPossible } from './test-rules.ts';
import { findExpectedOutputForUpdate } from './variants.queries.ts';

/** As many as a new test may declare. */
const outputsMax = 20;

export interface GivenContent {
  readonly encoding: 'utf-8' | 'base64';
  readonly content: string;
  readonly platform: Platform | null;
  readonly comment?: string;
}

interface KeptContent {
  readonly sha256: string;
  readonly platform: Platform | null;
  readonly comment: string | null;
}

type Writing = Pick<AppContext, 'db' | 'blobs'>;
type Approver = Pick<AccountPrincipal, 'domainId' | 'accountId'>;

export async function addExpectedOutput(
  context: Writing,
  approver: Approver,
  regressionTestId: number,
  { expected, ...output }: NewExpectedOutput & { readonly expected?: GivenContent },
): Promise<DetailedOutput> {
  const { domainId } = approver;
  await existingRegressionTest(context.db, domainId, regressionTestId);
  const kept = expected && (await keepContent(context, expected));
  return context.db.transaction().execute(async (trx) => {
    await lockRegressionTest(trx, domainId, regressionTestId);
    const { output_type, outputs } = await existingRegressionTest(trx, domainId, regressionTestId);
    if (outputs.length >= outputsMax)
      throw new AppError('conflict', 'The test has as many outputs as it may.', { outputs_max: outputsMax });
    assertNameFree(outputs, output.expected_filename);
    assertOutputsPossible(output_type, [...outputs, output]);
    const [outputId = 0] = await insertExpectedOutputs(trx, regressionTestId, [output]);
    await approveKept(trx, approver, { regressionTestId, outputId }, kept);
    return existingOutput(trx, domainId, { regressionTestId, outputId });
  });
}

export async function changeExpectedOutput(
  context: Writing,
  approver: Approver,
  place: OutputPlace,
  { expected, ...changes }: Partial<NewExpectedOutput> & { readonly expected?: GivenContent },
): Promise<DetailedOutput> {
  const { domainId } = approver;
  await existingOutput(context.db, domainId, place);
  const kept = expected && (await keepContent(context, expected));
  return context.db.transaction().execute(async (trx) => {
    await lockOutput(trx, domainId, place);
    if (changes.expected_filename !== undefined) await assertRenamable(trx, domainId, place, changes.expected_filename);
    if (Object.keys(changes).length > 0) await updateExpectedOutput(trx, place.outputId, changes);
    await approveKept(trx, approver, place, kept);
    return existingOutput(trx, domainId, place);
  });
}

/** As with a test: a run that is being created is waited for and counted, and one that comes later finds it gone. */
export async function removeExpectedOutput(
  { db }: Pick<AppContext, 'db'>,
  domainId: number,
  place: OutputPlace,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await lockOutput(trx, domainId, place);
    const run_count = await countRunsPlanningOutput(trx, place.regressionTestId, place.outputId);
    if (run_count > 0)
      throw new AppError('conflict', 'Runs planned this output; let it be ignored instead.', { run_count });
    await deleteExpectedOutput(trx, place.outputId);
  });
}

/**
 * The test first, as everywhere, then the output, which approvals lock alone. That the test is missing is not told apart:
 * it would tell which outputs there are.
 */
async function lockOutput(trx: Transaction<Database>, domainId: number, place: OutputPlace): Promise<void> {
  const test = await findRegressionTestForUpdate(trx, domainId, place.regressionTestId);
  const output = test && (await findExpectedOutputForUpdate(trx, { ...place, domainId }));
  if (output === undefined) throw notFound('expected output');
}

async function assertRenamable(
  trx: Transaction<Database>,
  domainId: number,
  { regressionTestId, outputId }: OutputPlace,
  expected_filename: string,
): Promise<void> {
  const { output_type, outputs } = await existingRegressionTest(trx, domainId, regressionTestId);
  const others = outputs.filter(({ id }) => id !== outputId);
  assertNameFree(others, expected_filename);
  assertOutputsPossible(output_type, [...others, { expected_filename }]);
}

function assertNameFree(outputs: readonly DetailedOutput[], expected_filename: string): void {
  if (outputs.some((output) => output.expected_filename === expected_filename))
    throw new AppError('conflict', 'Another output of the test has this name.');
}

async function existingOutput(
  db: AppContext['db'],
  domainId: number,
  { regressionTestId, outputId }: OutputPlace,
): Promise<DetailedOutput> {
  const test = await findRegressionTest(db, domainId, regressionTestId);
  const output = test?.outputs.find(({ id }) => id === outputId);
  if (output === undefined) throw notFound('expected output');
  return output;
}

/** Kept before its row is written, so that a baseline that can be seen can be read. */
async function keepContent(
  { blobs }: Writing,
  { encoding, content, platform, comment }: GivenContent,
): Promise<KeptContent> {
  const bytes = Buffer.from(content, encoding);
  if (encoding === 'base64' && bytes.toString('base64') !== content)
    throw new AppError('unprocessable', 'The content is not base64.');
  const { sha256 } = await blobs.put(Readable.from([bytes], { objectMode: false }), { bytesMax: bytes.length });
  return { sha256, platform, comment: comment ?? null };
}

async function approveKept(
  trx: Transaction<Database>,
  approver: Approver,
  { regressionTestId, outputId }: OutputPlace,
  kept: KeptContent | undefined,
): Promise<void> {
  if (kept === undefined) return;
  await approveGiven(trx, approver, { ...kept, regression_test_id: regressionTestId, output_id: outputId });
}
