import type { Operation } from '../../../http/operation.ts';
import { existingSample } from '../sample-lookup.ts';
import { toSample } from '../samples.view.ts';

export const getSample: Operation<'getSample'> = async ({ db, principal }, { path }) => {
  const sample = await existingSample(db, principal.domainId, path.sample_id);
  return { status: 200, body: toSample(sample) };
};
