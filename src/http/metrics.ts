import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { HandoffOutcome } from './handoff-outcome.ts';
import type { ObservedContract, ObservedViolation } from '../observed-contract.ts';

export interface Metrics {
  answered(operation: string, status: number, seconds: number): void;
  /** What never became a request. */
  refused(status: number): void;
  violated(violation: ObservedViolation): void;
  runDeleted(outputBytes: number): void;
  /** A token that stood in an address or a body. */
  deprecatedSource(source: 'query' | 'body'): void;
  /** Somebody asked to sign in, with whatever came of it. */
  handedOver(outcome: HandoffOutcome, seconds: number): void;
  render(): Promise<string>;
  observedContract(): Promise<ObservedContract>;
}

interface CountedElsewhere {
  /** Since the process began. */
  readonly argon2Runs?: () => number;
}

/** No label holds anything a client sent: operations and statuses only. */
export function createMetrics({ argon2Runs = () => 0 }: CountedElsewhere = {}): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'spci_' });
  const requests = new Counter({
    name: 'spci_requests_total',
    help: 'Answered requests.',
    labelNames: ['operation', 'status'],
    registers: [registry],
  });
  const durations = new Histogram({
    name: 'spci_request_seconds',
    help: 'Time from the request’s head to the end of its answer.',
    labelNames: ['operation'],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10, 30],
    registers: [registry],
  });
  const violations = new Counter({
    name: 'spci_contract_violations_total',
    help: 'Answers withheld because the description does not allow them.',
    labelNames: ['operation'],
    registers: [registry],
  });
  const deprecatedSources = new Counter({
    name: 'spci_deprecated_token_sources_total',
    help: 'Requests with a token in their address or their body.',
    labelNames: ['source'],
    registers: [registry],
  });
  showArgon2Runs(registry, argon2Runs);
  let lastViolation: ObservedViolation | undefined;
  const observedContract = async (): Promise<ObservedContract> => {
    const [answered, violated] = await Promise.all([requests.get(), violations.get()]);
    const answers = answered.values.map(({ labels, value }) => ({
      operation: String(labels.operation),
      status: Number(labels.status),
      count: value,
    }));
    const violationCount = violated.values.reduce((sum, { value }) => sum + value, 0);
    return { answers, violationCount, lastViolation };
  };
  return {
    answered: (operation, status, seconds) => {
      requests.inc({ operation, status });
      durations.observe({ operation }, seconds);
    },
    refused: (status) => requests.inc({ operation: 'none', status }),
    violated: (violation) => {
      violations.inc({ operation: violation.operation });
      lastViolation = violation;
    },
    runDeleted: countDeletedRuns(registry),
    handedOver: timeHandoffs(registry),
    deprecatedSource: (source) => deprecatedSources.inc({ source }),
    render: () => registry.metrics(),
    observedContract,
  };
}

function timeHandoffs(registry: Registry): Metrics['handedOver'] {
  const durations = new Histogram({
    name: 'spci_handoff_seconds',
    help: 'Time from the head of a request to sign in to the end of its answer, by what came of it.',
    labelNames: ['outcome'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  });
  return (outcome, seconds) => durations.observe({ outcome }, seconds);
}

function showArgon2Runs(registry: Registry, argon2Runs: () => number): void {
  new Counter({
    name: 'spci_argon2_runs_total',
    help: 'Hashes of passwords and tokens that were made or compared.',
    registers: [registry],
    collect() {
      this.reset();
      this.inc(argon2Runs());
    },
  });
}

function countDeletedRuns(registry: Registry): Metrics['runDeleted'] {
  const runs = new Counter({
    name: 'spci_retention_deleted_runs_total',
    help: 'Runs deleted for their age.',
    registers: [registry],
  });
  const bytes = new Counter({
    name: 'spci_retention_deleted_output_bytes_total',
    help: 'Bytes of the outputs of these runs, whether or not something else refers to them.',
    registers: [registry],
  });
  return (outputBytes) => {
    runs.inc();
    bytes.inc(outputBytes);
  };
}
