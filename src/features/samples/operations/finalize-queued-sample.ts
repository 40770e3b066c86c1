import type { Operation } from '../../../http/operation.ts';
import { finalizeQueuedSample as finalize } from '../queued-samples.ts';
import { assertStorable } from '../storable-text.ts';

export const finalizeQueuedSample: Operation<'finalizeQueuedSample'> = async (context, { path, body }) => {
  const { version, platform, parameters, notes } = body;
  assertStorable({ 'body.parameters': parameters, 'body.notes': notes });
  const said = { version, platform, parameters, notes };
  const { sampleId, file } = await finalize(context, context.principal, path.queued_id, said);
  return {
    status: 201,
    headers: { Location: `/api/v1/samples/${sampleId}` },
    body: { sample_id: sampleId, sha: file.sha256, original_name: file.original_name },
  };
};
