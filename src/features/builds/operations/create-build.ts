import type { Operation } from '../../../http/operation.ts';
import { toBuild } from '../builds.view.ts';
import { uploadBuild } from '../upload-build.ts';

export const createBuild: Operation<'createBuild'> = async (context, { query, body, signal }) => {
  const { sha256: expectedSha256, ...described } = query;
  const { build, created } = await uploadBuild(context, context.principal, {
    ...described,
    body,
    expectedSha256,
    signal,
  });
  const headers = { Location: `/api/v1/builds/${build.id}` };
  return { status: created ? 201 : 200, headers, body: toBuild(build) };
};
