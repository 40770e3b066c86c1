import type { Operation } from '../../../http/operation.ts';
import { contractReportView } from '../contract-report.view.ts';

export const getContract: Operation<'getContract'> = async (context) => ({
  status: 200,
  body: contractReportView(await context.observedContract()),
});
