import type { Operation } from '../../../http/operation.ts';
import { isErrorCode, problemTypeView } from '../problem-types.ts';

export const getProblem: Operation<'getProblem'> = async ({ settings }, { path, fail }) => {
  if (!isErrorCode(path.code)) throw fail('not_found', 'There is no such error code.');
  return { status: 200, body: problemTypeView(path.code, settings.publicUrl ?? '') };
};
