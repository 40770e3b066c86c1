import type { components } from '../../../generated/api.ts';
import type { InfrastructureErrorRow } from './infrastructure-errors.table.ts';

export function infrastructureErrorView(
  error: InfrastructureErrorRow,
  { withStack }: { readonly withStack: boolean },
): components['schemas']['InfrastructureError'] {
  return {
    error_id: `err_${error.run_id}_infra_${error.id}`,
    run_id: error.run_id,
    sample_id: error.sample_id,
    type: error.type,
    cause: error.cause,
    severity: error.severity,
    message: error.message,
    stack: withStack ? error.stack : [],
    attempt: error.attempt,
    occurred_at: error.occurred_at,
  };
}
