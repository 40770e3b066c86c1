import type { components } from '../../../generated/api.ts';
import { operations } from '../../../generated/operations.ts';
import type { AccountPrincipal } from '../../principal.ts';
import type { ExplainedResult, ExplainedRun } from './explanations.queries.ts';

type NextStep = components['schemas']['NextStep'];
type OperationId =
  | 'approveBaselines'
  | 'createVariant'
  | 'getOutputDiff'
  | 'getResultExplanation'
  | 'getRun'
  | 'getRunExplanation'
  | 'getRunSample'
  | 'listInfrastructureErrors'
  | 'listRunComparisons'
  | 'listRunErrors'
  | 'listRunLogs'
  | 'listRunOutputs'
  | 'listRunSamples'
  | 'restartRun';
type Caller = Pick<AccountPrincipal, 'scopes' | 'role' | 'readOnly'>;
type Values = Readonly<Record<string, number>>;

/** The address of an operation, with its path parameters filled in. */
export function addressOf(id: OperationId, values: Values, query = ''): string {
  return operations[id].path.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name])) + query;
}

/** `allowed` is what the caller's token and role allow now. */
function step(caller: Caller, id: OperationId, values: Values, why: string, query = ''): NextStep {
  const { method, scopes, roles } = operations[id];
  const [scope] = scopes;
  const mayRole = roles.length === 0 || roles.some((role) => role === caller.role);
  const allowed = mayRole && caller.scopes.includes(scope) && (method === 'GET' || !caller.readOnly);
  return { operation_id: id, method, path: addressOf(id, values, query), scope, allowed, why };
}

const differing = ({ outputs }: ExplainedResult) =>
  outputs.find(({ ignore, status, sha256 }) => !ignore && status !== 'missing_output' && sha256 !== null);

export function stepsForResult(caller: Caller, run: ExplainedRun, result: ExplainedResult): NextStep[] {
  const { regression_test_id, sample_id } = result;
  const values = { run_id: run.id, sample_id, regression_test_id, regression_id: regression_test_id };
  const output = differing(result);
  const ofTest = `?regression_test_id=${regression_test_id}`;
  const steps: (NextStep | undefined)[] = [
    output && step(caller, 'getOutputDiff', { ...values, output_id: output.output_id }, 'See the whole difference.'),
    step(caller, 'getRunSample', values, 'See every output with its digests.'),
    step(caller, 'listRunLogs', values, 'Read all that was written about the test.', ofTest),
    output && run.ended === 'completed'
      ? step(caller, 'approveBaselines', values, 'If the change is intended: make what was produced the baseline.')
      : undefined,
    output && step(caller, 'createVariant', { ...values, output_id: output.output_id }, 'If both contents are right.'),
    result.status === 'pass' || run.ended === null
      ? undefined
      : step(caller, 'restartRun', values, 'If chance or a machine was to blame: run all again.'),
  ];
  return steps.filter((made) => made !== undefined);
}

export function stepsForRun(caller: Caller, run: ExplainedRun, firstFailed: number | undefined): NextStep[] {
  const values = { run_id: run.id, regression_test_id: firstFailed ?? 0 };
  const hasOutputs = run.ended === 'completed' && run.fail_count > 0;
  const steps: (NextStep | undefined)[] = [
    firstFailed === undefined
      ? undefined
      : step(caller, 'getResultExplanation', values, 'See one result in full: difference, log, where it broke.'),
    run.error_count > 0 ? step(caller, 'listRunErrors', values, 'List all that speaks against results.') : undefined,
    run.ended === null ? step(caller, 'getRun', values, 'Ask again once it has gone on.') : undefined,
    run.ended === 'infrastructure'
      ? step(caller, 'listInfrastructureErrors', values, 'See what the machinery reported.')
      : undefined,
    hasOutputs
      ? step(caller, 'listRunComparisons', values, 'See what is broken here, and what the main branch fails too.')
      : undefined,
    hasOutputs ? step(caller, 'listRunOutputs', values, 'List what an approval would touch, by class.') : undefined,
    hasOutputs
      ? step(caller, 'approveBaselines', values, 'If changes are intended: make what was produced the baselines.')
      : undefined,
    run.ended === null || run.status === 'pass'
      ? undefined
      : step(caller, 'restartRun', values, 'If chance or a machine was to blame: run all again.'),
  ];
  return steps.filter((made) => made !== undefined);
}
