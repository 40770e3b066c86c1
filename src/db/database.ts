import type { AccountsTable, SetupTokensTable } from '../features/accounts/accounts.table.ts';
import type { FtpLoginsTable } from '../features/accounts/ftp-logins.table.ts';
import type { OutgoingMailsTable, SignupsTable } from '../features/accounts/mail.table.ts';
import type {
  BaselineApprovalExitCodesTable,
  BaselineApprovalOutputsTable,
  BaselineApprovalsTable,
  BaselineApprovalVariantsTable,
  BaselinesTable,
  BaselineUndosTable,
} from '../features/baselines/baselines.table.ts';
import type { BuildsTable } from '../features/builds/builds.table.ts';
import type { DomainsTable } from '../features/domains/domains.table.ts';
import type { InfrastructureErrorsTable } from '../features/errors/infrastructure-errors.table.ts';
import type { DiscardedContentsTable } from '../features/files/discarded-contents.table.ts';
import type { LogLinesTable } from '../features/logs/logs.table.ts';
import type {
  CategoriesTable,
  ExpectedOutputsTable,
  PlatformExitCodesTable,
  RegressionTestCategoriesTable,
  RegressionTestsTable,
  VariantsTable,
} from '../features/regression-tests/regression-tests.table.ts';
import type { RepositoriesTable } from '../features/repositories/repositories.table.ts';
import type { ToolVersionsTable } from '../features/repositories/versions.table.ts';
import type { ForgeReportsTable } from '../features/reports/reports.table.ts';
import type { ResultOutputsTable, ResultsTable } from '../features/results/results.table.ts';
import type {
  AwaitedRunsTable,
  IdempotencyKeysTable,
  PlannedOutputsTable,
  PlannedTestsTable,
  RunEventsTable,
  RunsTable,
} from '../features/runs/runs.table.ts';
import type { MediaInfosTable } from '../features/samples/media-infos.table.ts';
import type {
  QueuedSamplesTable,
  SampleExtraFilesTable,
  SampleUploadsTable,
} from '../features/samples/queued-samples.table.ts';
import type { SamplesTable, SampleTagsTable, TagsTable } from '../features/samples/samples.table.ts';
import type { PromiseChainsTable, PromiseTokensTable } from '../features/promise-tokens/promise-tokens.table.ts';
import type {
  PreflightAuditsTable,
  PreflightFixesTable,
  PreflightJobsTable,
  PreflightPagesTable,
} from '../features/preflight/preflight.table.ts';
import type { SiteHostsTable, SitesTable } from '../features/sites/sites.table.ts';
import type { BlockedUsersTable } from '../features/system/blocked-users.table.ts';
import type { DeprecatedItemsTable, DeprecatedUsesTable } from '../features/system/deprecated-uses.table.ts';
import type { ForbiddenExtensionsTable } from '../features/system/forbidden-extensions.table.ts';
import type { PlatformsTable } from '../features/system/platforms.table.ts';
import type { ApiTokensTable, ApiTokenUsageTable, LoginAttemptsTable } from '../features/tokens/tokens.table.ts';
import type { WebhookDeliveriesTable } from '../features/webhooks/webhooks.table.ts';
import type { LeasesTable, WorkersTable } from '../features/workers/workers.table.ts';

/** Every table. Only the slice that owns a table writes it; joins may read any. */
export interface Database {
  accounts: AccountsTable;
  setup_tokens: SetupTokensTable;
  outgoing_mails: OutgoingMailsTable;
  signups: SignupsTable;
  ftp_logins: FtpLoginsTable;
  api_tokens: ApiTokensTable;
  api_token_usage: ApiTokenUsageTable;
  login_attempts: LoginAttemptsTable;
  domains: DomainsTable;
  repositories: RepositoriesTable;
  tool_versions: ToolVersionsTable;
  preflight_jobs: PreflightJobsTable;
  preflight_pages: PreflightPagesTable;
  preflight_audits: PreflightAuditsTable;
  preflight_fixes: PreflightFixesTable;
  sites: SitesTable;
  site_hosts: SiteHostsTable;
  promise_chains: PromiseChainsTable;
  promise_tokens: PromiseTokensTable;
  samples: SamplesTable;
  tags: TagsTable;
  sample_tags: SampleTagsTable;
  media_infos: MediaInfosTable;
  queued_samples: QueuedSamplesTable;
  sample_uploads: SampleUploadsTable;
  sample_extra_files: SampleExtraFilesTable;
  regression_tests: RegressionTestsTable;
  expected_outputs: ExpectedOutputsTable;
  variants: VariantsTable;
  categories: CategoriesTable;
  platform_exit_codes: PlatformExitCodesTable;
  regression_test_categories: RegressionTestCategoriesTable;
  baselines: BaselinesTable;
  baseline_approvals: BaselineApprovalsTable;
  baseline_approval_outputs: BaselineApprovalOutputsTable;
  baseline_approval_variants: BaselineApprovalVariantsTable;
  baseline_approval_exit_codes: BaselineApprovalExitCodesTable;
  baseline_undos: BaselineUndosTable;
  builds: BuildsTable;
  runs: RunsTable;
  planned_tests: PlannedTestsTable;
  planned_outputs: PlannedOutputsTable;
  run_events: RunEventsTable;
  awaited_runs: AwaitedRunsTable;
  idempotency_keys: IdempotencyKeysTable;
  results: ResultsTable;
  result_outputs: ResultOutputsTable;
  workers: WorkersTable;
  leases: LeasesTable;
  log_lines: LogLinesTable;
  forge_reports: ForgeReportsTable;
  webhook_deliveries: WebhookDeliveriesTable;
  infrastructure_errors: InfrastructureErrorsTable;
  platforms: PlatformsTable;
  blocked_users: BlockedUsersTable;
  deprecated_items: DeprecatedItemsTable;
  deprecated_uses: DeprecatedUsesTable;
  discarded_contents: DiscardedContentsTable;
  forbidden_extensions: ForbiddenExtensionsTable;
}
