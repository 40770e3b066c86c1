import type { components } from '../../../generated/api.ts';
import type { ClaimedRun } from './claiming.ts';
import type { WorkerRow } from './workers.table.ts';

type Schemas = components['schemas'];

export function toWorker(row: WorkerRow, live: boolean): Schemas['Worker'] {
  return {
    worker_id: row.id,
    name: row.name,
    platforms: row.platforms,
    created_at: row.created_at,
    last_seen_at: row.last_seen_at,
    live: live && row.revoked_at === null,
    input_types: row.input_types,
    output_types: row.output_types,
    sandbox: row.sandbox,
    revoked: row.revoked_at !== null,
  };
}

export function toClaim({ run, lease, token, build, tests }: ClaimedRun, leaseMs: number): Schemas['Claim'] {
  return {
    lease_id: lease.id,
    lease_token: token,
    run_id: run.id,
    attempt: run.attempt,
    expires_at: lease.expires_at,
    heartbeat_ms: Math.floor(leaseMs / 3),
    plan: {
      repository: build.repository,
      commit_sha: run.commit_sha,
      platform: run.platform,
      build: {
        build_id: build.build_id,
        sha256: build.sha256,
        size_bytes: build.size_bytes,
        entry_point: build.entry_point,
        arguments: build.arguments,
      },
      tests: tests.map((test) => ({
        regression_test_id: test.regression_test_id,
        sample_id: test.sample_id,
        sample_sha256: test.sample_sha256,
        sample_name: test.sample_name,
        sample_size_bytes: test.sample_size_bytes,
        command: test.command,
        input_type: test.input_type,
        output_type: test.output_type,
        expected_rc: test.expected_rc,
        timeout_ms: test.timeout_ms,
        outputs: test.outputs.map(({ output_id, filename }) => ({ output_id, filename })),
      })),
    },
  };
}
