import { approveBaseline } from '../features/baselines/operations/approve-baseline.ts';
import { approveBaselines } from '../features/baselines/operations/approve-baselines.ts';
import { listBaselineApprovals } from '../features/baselines/operations/list-baseline-approvals.ts';
import { listTestApprovals } from '../features/baselines/operations/list-test-approvals.ts';
import { undoApproval } from '../features/baselines/operations/undo-approval.ts';
import { createBuild } from '../features/builds/operations/create-build.ts';
import { getBuild } from '../features/builds/operations/get-build.ts';
import { listBuilds } from '../features/builds/operations/list-builds.ts';
import { listRunErrorBuckets } from '../features/errors/operations/list-run-error-buckets.ts';
import { listInfrastructureErrors } from '../features/errors/operations/list-infrastructure-errors.ts';
import { listRunErrors } from '../features/errors/operations/list-run-errors.ts';
import { listOutputChanges } from '../features/explanations/operations/list-output-changes.ts';
import { getResultExplanation } from '../features/explanations/operations/get-result-explanation.ts';
import { getRunExplanation } from '../features/explanations/operations/get-run-explanation.ts';
import { listRunArtifacts } from '../features/files/operations/list-run-artifacts.ts';
import { downloadFile } from '../features/files/operations/download-file.ts';
import { appendLogLines } from '../features/logs/operations/append-log-lines.ts';
import { listRunSampleLogs } from '../features/logs/operations/list-run-sample-logs.ts';
import { followRunLogs } from '../features/logs/operations/follow-run-logs.ts';
import { listRunLogs } from '../features/logs/operations/list-run-logs.ts';
import { getQueue } from '../features/queue/operations/get-queue.ts';
import { createCategory } from '../features/regression-tests/operations/create-category.ts';
import { createExpectedOutput } from '../features/regression-tests/operations/create-expected-output.ts';
import { createRegressionTest } from '../features/regression-tests/operations/create-regression-test.ts';
import { createVariant } from '../features/regression-tests/operations/create-variant.ts';
import { deleteCategory } from '../features/regression-tests/operations/delete-category.ts';
import { deleteExpectedOutput } from '../features/regression-tests/operations/delete-expected-output.ts';
import { deleteRegressionTest } from '../features/regression-tests/operations/delete-regression-test.ts';
import { deleteVariant } from '../features/regression-tests/operations/delete-variant.ts';
import { getBaselineDownload } from '../features/regression-tests/operations/get-baseline-download.ts';
import { getRegressionTest } from '../features/regression-tests/operations/get-regression-test.ts';
import { getVariantDownload } from '../features/regression-tests/operations/get-variant-download.ts';
import { listCategories } from '../features/regression-tests/operations/list-categories.ts';
import { listRegressionTests } from '../features/regression-tests/operations/list-regression-tests.ts';
import { updateCategory } from '../features/regression-tests/operations/update-category.ts';
import { updateExpectedOutput } from '../features/regression-tests/operations/update-expected-output.ts';
import { updateRegressionTest } from '../features/regression-tests/operations/update-regression-test.ts';
import { updateRegressionTests } from '../features/regression-tests/operations/update-regression-tests.ts';
import { createRepository } from '../features/repositories/operations/create-repository.ts';
import { updateRepository } from '../features/repositories/operations/update-repository.ts';
import { createVersion } from '../features/repositories/operations/create-version.ts';
import { deleteVersion } from '../features/repositories/operations/delete-version.ts';
import { listRepositories } from '../features/repositories/operations/list-repositories.ts';
import { listVersions } from '../features/repositories/operations/list-versions.ts';
import { getActualOutput } from '../features/results/operations/get-actual-output.ts';
import { getExpectedOutput } from '../features/results/operations/get-expected-output.ts';
import { getOutputDiff } from '../features/results/operations/get-output-diff.ts';
import { getRunSample } from '../features/results/operations/get-run-sample.ts';
import { listSampleResults } from '../features/results/operations/list-sample-results.ts';
import { listRunOutputs } from '../features/results/operations/list-run-outputs.ts';
import { listRetentionRuns } from '../features/runs/operations/list-retention-runs.ts';
import { listRunComparisons } from '../features/results/operations/list-run-comparisons.ts';
import { listRunSamples } from '../features/results/operations/list-run-samples.ts';
import { recordResults } from '../features/results/operations/record-results.ts';
import { cancelRun } from '../features/runs/operations/cancel-run.ts';
import { createRun } from '../features/runs/operations/create-run.ts';
import { getRunConfig } from '../features/runs/operations/get-run-config.ts';
import { getRunSummary } from '../features/runs/operations/get-run-summary.ts';
import { getRun } from '../features/runs/operations/get-run.ts';
import { listRunProgress } from '../features/runs/operations/list-run-progress.ts';
import { listRuns } from '../features/runs/operations/list-runs.ts';
import { reevaluateRun } from '../features/runs/operations/reevaluate-run.ts';
import { restartRun } from '../features/runs/operations/restart-run.ts';
import { createQueuedSample } from '../features/samples/operations/create-queued-sample.ts';
import { deleteQueuedSample } from '../features/samples/operations/delete-queued-sample.ts';
import { finalizeQueuedSample } from '../features/samples/operations/finalize-queued-sample.ts';
import { getMediaInfoDownload } from '../features/samples/operations/get-media-info-download.ts';
import { getQueuedSample } from '../features/samples/operations/get-queued-sample.ts';
import { linkQueuedSample } from '../features/samples/operations/link-queued-sample.ts';
import { listQueuedSamples } from '../features/samples/operations/list-queued-samples.ts';
import { deleteExtraFile } from '../features/samples/operations/delete-extra-file.ts';
import { getExtraFileDownload } from '../features/samples/operations/get-extra-file-download.ts';
import { getDashboard } from '../features/dashboard/operations/get-dashboard.ts';
import { getDomainHome } from '../features/dashboard/operations/get-domain-home.ts';
import { getGraph } from '../features/dashboard/operations/get-graph.ts';
import { getPreflightPage } from '../features/dashboard/operations/get-preflight-page.ts';
import { getHome } from '../features/dashboard/operations/get-home.ts';
import { getStatusBadge } from '../features/runs/operations/get-status-badge.ts';
import { getSampleDetails } from '../features/samples/operations/get-sample-details.ts';
import { deleteSample } from '../features/samples/operations/delete-sample.ts';
import { updateSample } from '../features/samples/operations/update-sample.ts';
import { createSample } from '../features/samples/operations/create-sample.ts';
import { createTag } from '../features/samples/operations/create-tag.ts';
import { getSampleDownload } from '../features/samples/operations/get-sample-download.ts';
import { getSample } from '../features/samples/operations/get-sample.ts';
import { listSamples } from '../features/samples/operations/list-samples.ts';
import { listTags } from '../features/samples/operations/list-tags.ts';
import { listPreflightJobs } from '../features/preflight/operations/list-preflight-jobs.ts';
import { getPreflightComparison } from '../features/preflight/operations/get-preflight-comparison.ts';
import { getPreflightJob } from '../features/preflight/operations/get-preflight-job.ts';
import { cancelPreflightJob } from '../features/preflight/operations/cancel-preflight-job.ts';
import { listPreflightFixes } from '../features/preflight/operations/list-preflight-fixes.ts';
import { getPreflightFixes } from '../features/preflight/operations/get-preflight-fixes.ts';
import { createPreflightFixes } from '../features/preflight/operations/create-preflight-fixes.ts';
import { createPreflightJob } from '../features/preflight/operations/create-preflight-job.ts';
import { createSite } from '../features/sites/operations/create-site.ts';
import { deleteSite } from '../features/sites/operations/delete-site.ts';
import { getSite } from '../features/sites/operations/get-site.ts';
import { listSites } from '../features/sites/operations/list-sites.ts';
import { updateSite } from '../features/sites/operations/update-site.ts';
import { createForbiddenExtension } from '../features/system/operations/create-forbidden-extension.ts';
import { deleteForbiddenExtension } from '../features/system/operations/delete-forbidden-extension.ts';
import { listForbiddenExtensions } from '../features/system/operations/list-forbidden-extensions.ts';
import { createBlockedUser } from '../features/system/operations/create-blocked-user.ts';
import { deleteBlockedUser } from '../features/system/operations/delete-blocked-user.ts';
import { getAbout } from '../features/system/operations/get-about.ts';
import { getAgentGuide } from '../features/system/operations/get-agent-guide.ts';
import { getApiCatalog } from '../features/system/operations/get-api-catalog.ts';
import { getChangelog } from '../features/system/operations/get-changelog.ts';
import { getContract } from '../features/system/operations/get-contract.ts';
import { getDescriptionAsJson } from '../features/system/operations/get-description-as-json.ts';
import { getDescription } from '../features/system/operations/get-description.ts';
import { getDocumentation } from '../features/system/operations/get-documentation.ts';
import { getHealth } from '../features/system/operations/get-health.ts';
import { getLiveness } from '../features/system/operations/get-liveness.ts';
import { getMaintenance } from '../features/system/operations/get-maintenance.ts';
import { getMetrics } from '../features/system/operations/get-metrics.ts';
import { getProblem } from '../features/system/operations/get-problem.ts';
import { getReadiness } from '../features/system/operations/get-readiness.ts';
import { listDeprecations } from '../features/system/operations/list-deprecations.ts';
import { listBlockedUsers } from '../features/system/operations/list-blocked-users.ts';
import { listProblems } from '../features/system/operations/list-problems.ts';
import { updateMaintenance } from '../features/system/operations/update-maintenance.ts';
import { receiveGithubEvent } from '../features/webhooks/operations/receive-github-event.ts';
import { claimRun } from '../features/workers/operations/claim-run.ts';
import { completeLease } from '../features/workers/operations/complete-lease.ts';
import { createHeartbeat } from '../features/workers/operations/create-heartbeat.ts';
import { createWorker } from '../features/workers/operations/create-worker.ts';
import { getLeaseBuild } from '../features/workers/operations/get-lease-build.ts';
import { getLeaseSample } from '../features/workers/operations/get-lease-sample.ts';
import { listWorkers } from '../features/workers/operations/list-workers.ts';
import { putLeaseOutput } from '../features/workers/operations/put-lease-output.ts';
import { revokeWorker } from '../features/workers/operations/revoke-worker.ts';
import type { Handler } from './handler.ts';
import { accessOperations } from './access-registry.ts';
import type { Operation, OperationId } from './operation.ts';

/** Every operation of the description, by its id: one too few, one too many or one of another shape does not compile. */
const declared = {
  ...accessOperations,
  listRepositories,
  createRepository,
  updateRepository,
  listVersions,
  createVersion,
  deleteVersion,
  listSites,
  createSite,
  getSite,
  updateSite,
  deleteSite,
  listPreflightJobs,
  createPreflightJob,
  getPreflightJob,
  cancelPreflightJob,
  getPreflightComparison,
  listPreflightFixes,
  createPreflightFixes,
  getPreflightFixes,
  listSamples,
  createSample,
  getSample,
  listSampleResults,
  getSampleDownload,
  updateSample,
  deleteSample,
  getDashboard,
  getPreflightPage,
  getHome,
  getGraph,
  getDomainHome,
  getStatusBadge,
  getSampleDetails,
  getExtraFileDownload,
  getMediaInfoDownload,
  deleteExtraFile,
  createQueuedSample,
  listQueuedSamples,
  getQueuedSample,
  deleteQueuedSample,
  finalizeQueuedSample,
  linkQueuedSample,
  listTags,
  createTag,
  listRegressionTests,
  createRegressionTest,
  getRegressionTest,
  updateRegressionTest,
  updateRegressionTests,
  deleteRegressionTest,
  createExpectedOutput,
  updateExpectedOutput,
  deleteExpectedOutput,
  listTestApprovals,
  listOutputChanges,
  undoApproval,
  getBaselineDownload,
  createVariant,
  deleteVariant,
  getVariantDownload,
  listCategories,
  createCategory,
  updateCategory,
  deleteCategory,
  listBuilds,
  createBuild,
  getBuild,
  listRuns,
  createRun,
  getRun,
  getRunSummary,
  listRunProgress,
  getRunConfig,
  cancelRun,
  restartRun,
  reevaluateRun,
  listRunComparisons,
  listRunOutputs,
  getRunExplanation,
  getResultExplanation,
  listRunSamples,
  listRunErrors,
  listInfrastructureErrors,
  listRunErrorBuckets,
  getRunSample,
  getExpectedOutput,
  getActualOutput,
  getOutputDiff,
  approveBaseline,
  listBaselineApprovals,
  approveBaselines,
  listRunArtifacts,
  listRunLogs,
  followRunLogs,
  listRunSampleLogs,
  getQueue,
  getHealth,
  getAbout,
  listBlockedUsers,
  listDeprecations,
  listRetentionRuns,
  createBlockedUser,
  deleteBlockedUser,
  getMaintenance,
  updateMaintenance,
  listForbiddenExtensions,
  createForbiddenExtension,
  deleteForbiddenExtension,
  getContract,
  listProblems,
  getProblem,
  getChangelog,
  getLiveness,
  getReadiness,
  getMetrics,
  getDescription,
  getDescriptionAsJson,
  getApiCatalog,
  getAgentGuide,
  getDocumentation,
  receiveGithubEvent,
  downloadFile,
  listWorkers,
  createWorker,
  revokeWorker,
  claimRun,
  createHeartbeat,
  putLeaseOutput,
  recordResults,
  appendLogLines,
  completeLease,
  getLeaseSample,
  getLeaseBuild,
} satisfies { readonly [Id in OperationId]: Operation<Id> };

export const registry: Readonly<Record<OperationId, Handler>> = declared;
