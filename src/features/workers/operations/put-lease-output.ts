import type { Operation } from '../../../http/operation.ts';
import { receiveBytes } from '../../files/receive-bytes.ts';
import { assertLeaseHeld } from '../lease-files.ts';

export const putLeaseOutput: Operation<'putLeaseOutput'> = async (context, { path, body, signal }) => {
  await assertLeaseHeld(context, context.principal);
  const { sha256, size_bytes } = await receiveBytes(context, body, {
    expectedSha256: path.sha256,
    signal,
    mayBeEmpty: true,
  });
  return { status: 200, body: { sha256, size_bytes } };
};
