import type { Operation } from '../../../http/operation.ts';
import { pageOf } from '../../pagination.ts';
import { everyErrorCode, problemTypeView } from '../problem-types.ts';

export const listProblems: Operation<'listProblems'> = async ({ settings }, { query }) => {
  const codes = everyErrorCode.slice(query.offset, query.offset + query.limit);
  const entries = codes.map((code) => problemTypeView(code, settings.publicUrl ?? ''));
  return { status: 200, body: pageOf(entries, query, everyErrorCode.length) };
};
