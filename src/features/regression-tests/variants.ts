import type { Transaction } from 'kysely';
import type { AppContext } from '../../context.ts';
import type { Database } from '../../db/database.ts';
import { AppError, notFound } from '../../errors.ts';
import type { AccountPrincipal, Platform } from '../../principal.ts';
import { recordVariantChange } from '../baselines/variant-record.ts';
import type { OutputPlace } from './output-key.ts';
import type { VariantRow } from './regression-tests.table.ts';
import {
  countMostVariants,
  countVariants,
  deleteVariant,
  deleteVariantOf,
  deleteVariantsOf,
  findExpectedOutputForUpdate,
  findProducedContent,
  insertVariant,
  insertVariantsAgain,
  type DeletedVariant,
} from './variants.queries.ts';

/** As many as the description of an expected output shows. */
const variantsMax = 100;

type Changing = Pick<AccountPrincipal, 'domainId' | 'accountId'>;

/** Accepts in future runs a content that some run gave this output, on record. */
export async function acceptVariant(
  { db }: Pick<AppContext, 'db'>,
  principal: Changing,
  place: OutputPlace,
  { sha256, platform }: { readonly sha256: string; readonly platform: Platform | null },
): Promise<VariantRow> {
  const key = { ...place, domainId: principal.domainId };
  return db.transaction().execute(async (trx) => {
    if ((await findExpectedOutputForUpdate(trx, key)) === undefined) throw notFound('expected output');
    if ((await findProducedContent(trx, key, sha256)) === undefined)
      throw new AppError('unprocessable', 'No run of this test gave this output that content.');
    if ((await countVariants(trx, place.outputId)) >= variantsMax)
      throw new AppError('conflict', 'The output has as many variants as it may.', { variants_max: variantsMax });
    const row = { expected_output_id: place.outputId, platform, sha256, account_id: principal.accountId };
    const variant = await insertVariant(trx, row);
    if (variant === undefined) throw new AppError('conflict', 'The output accepts this content already.');
    await recordVariantChange(trx, principal, { ...changeAt(place), platform, sha256, accepted: true });
    return variant;
  });
}

/** Accepts it no more in future runs, on record. */
export async function withdrawVariant(
  { db }: Pick<AppContext, 'db'>,
  principal: Changing,
  place: OutputPlace,
  variantId: number,
): Promise<void> {
  const key = { ...place, domainId: principal.domainId };
  await db.transaction().execute(async (trx) => {
    const output = await findExpectedOutputForUpdate(trx, key);
    const deleted = output && (await deleteVariant(trx, output.id, variantId));
    if (deleted === undefined) throw notFound('variant');
    const { platform, sha256 } = deleted;
    await recordVariantChange(trx, principal, { ...changeAt(place), platform, sha256, accepted: false });
  });
}

function changeAt({ regressionTestId, outputId }: OutputPlace): { regression_test_id: number; output_id: number } {
  return { regression_test_id: regressionTestId, output_id: outputId };
}

/** All variants of these outputs, in the caller's transaction; what they were. */
export async function withdrawVariants(
  trx: Transaction<Database>,
  outputIds: readonly number[],
): Promise<DeletedVariant[]> {
  return deleteVariantsOf(trx, outputIds);
}

/** What was withdrawn, unless it is accepted by now. The caller's transaction holds the outputs. */
export async function acceptAgain(
  trx: Transaction<Database>,
  accountId: number,
  variants: readonly DeletedVariant[],
): Promise<void> {
  if (variants.length === 0) return;
  await insertVariantsAgain(trx, accountId, variants);
  const outputIds = [...new Set(variants.map((variant) => variant.expected_output_id))];
  if ((await countMostVariants(trx, outputIds)) > variantsMax)
    throw new AppError('conflict', 'An output would have more variants than it may.', { variants_max: variantsMax });
}

/** What was accepted, if it still is. The caller's transaction holds the outputs. */
export async function withdrawAgain(trx: Transaction<Database>, variants: readonly DeletedVariant[]): Promise<void> {
  for (const variant of variants) await deleteVariantOf(trx, variant);
}
