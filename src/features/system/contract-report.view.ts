import type { components } from '../../../generated/api.ts';
import { descriptionVersion, operations } from '../../../generated/operations.ts';
import type { ObservedContract, ObservedViolation } from '../../observed-contract.ts';
import { descriptionDigest } from '../../published-description.ts';

type Schemas = components['schemas'];

export function contractReportView({
  answers,
  violationCount,
  lastViolation,
}: ObservedContract): Schemas['ContractReport'] {
  const seen = Map.groupBy(answers, ({ operation }) => operation);
  const countOf = (operation: string, status: number): number =>
    seen.get(operation)?.find((answer) => answer.status === status)?.count ?? 0;
  return {
    counted_by: 'process',
    process_started_at: new Date(performance.timeOrigin).toISOString(),
    description_version: descriptionVersion,
    description_digest: descriptionDigest,
    violation_count: violationCount,
    ...(lastViolation === undefined ? {} : { last_violation: violationView(lastViolation) }),
    operations: Object.values(operations).map(({ id, method, path, statuses }) => ({
      operation_id: id,
      method,
      path,
      statuses: statuses.map((status) => ({ status, seen_count: countOf(id, status) })),
    })),
    elsewhere: (seen.get('none') ?? []).map(({ status, count }) => ({ status, seen_count: count })),
  };
}

function violationView({ at, operation, status, fault }: ObservedViolation): Schemas['ContractViolation'] {
  return { happened_at: at.toISOString(), operation_id: operation, status, fault };
}
