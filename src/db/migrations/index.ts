import type { Migration } from 'kysely/migration';
import * as createAccounts from './20261122T100000Z-create-accounts.ts';
import * as createSuite from './20261122T100100Z-create-suite.ts';
import * as createRuns from './20261122T100200Z-create-runs.ts';
import * as recordRemovedVariants from './20261125T090000Z-record-removed-variants.ts';
import * as createPlatforms from './20261125T120000Z-create-platforms.ts';
import * as createBlockedUsers from './20261128T173000Z-create-blocked-users.ts';
import * as indexSampleResults from './20261128T173000Z-index-sample-results.ts';
import * as createForbiddenExtensions from './20261128T174500Z-create-forbidden-extensions.ts';
import * as createInfrastructureErrors from './20261128T174500Z-create-infrastructure-errors.ts';
import * as approveGivenContent from './20261128T180000Z-approve-given-content.ts';
import * as createMail from './20261128T180000Z-create-mail.ts';
import * as createSampleQueue from './20261128T181000Z-create-sample-queue.ts';
import * as undoApprovals from './20261128T211300Z-undo-approvals.ts';
import * as linkGithubLogins from './20261128T213800Z-link-github-logins.ts';
import * as recordBaseCommits from './20261128T214700Z-record-base-commits.ts';
import * as admitOwnRepositories from './20261129T014000Z-admit-own-repositories.ts';
import * as createToolVersions from './20261129T014000Z-create-tool-versions.ts';
import * as indexLists from './20261129T023300Z-index-lists.ts';
import * as createMediaInfos from './20261129T030500Z-create-media-infos.ts';
import * as createForgeReports from './20261129T052300Z-create-forge-reports.ts';
import * as recordVariantChanges from './20261129T055000Z-record-variant-changes.ts';
import * as takeGithubEvents from './20261129T055400Z-take-github-events.ts';
import * as retainRuns from './20261129T061100Z-retain-runs.ts';
import * as showBadges from './20261129T090100Z-show-badges.ts';
import * as recordTokenUsage from './20261129T094000Z-record-token-usage.ts';
import * as recordDeprecatedUses from './20261129T095600Z-record-deprecated-uses.ts';
import * as createSessions from './20261129T100000Z-create-sessions.ts';
import * as confineChildTokens from './20261129T123000Z-confine-child-tokens.ts';
import * as createGlobalSessions from './20261129T123400Z-create-global-sessions.ts';
import * as expectExitCodesByPlatform from './20261129T125800Z-expect-exit-codes-by-platform.ts';
import * as issueLegacyTokens from './20261129T125800Z-issue-legacy-tokens.ts';
import * as createSites from './20261129T172900Z-create-sites.ts';
import * as createFtpLogins from './20261129T173000Z-create-ftp-logins.ts';
import * as createPromiseTokens from './20261129T223300Z-create-promise-tokens.ts';
import * as createJobEngine from './20261129T223400Z-create-job-engine.ts';
import * as createPreflightJobs from './20261129T223600Z-create-preflight-jobs.ts';
import * as deliverPreflightFixes from './20261129T230900Z-deliver-preflight-fixes.ts';
import * as judgePreflightJobs from './20261130T022300Z-judge-preflight-jobs.ts';
import * as requirePreflights from './20261130T023400Z-require-preflights.ts';
import * as reusePreflightAudits from './20261130T030000Z-reuse-preflight-audits.ts';
import * as indexUnreportedRuns from './20261130T063000Z-index-unreported-runs.ts';

/** In order; forward only. A migration never changes once it has run anywhere. */
export const migrations: Readonly<Record<string, Migration>> = {
  '20261122T100000Z-create-accounts': createAccounts,
  '20261122T100100Z-create-suite': createSuite,
  '20261122T100200Z-create-runs': createRuns,
  '20261125T090000Z-record-removed-variants': recordRemovedVariants,
  '20261125T120000Z-create-platforms': createPlatforms,
  '20261128T173000Z-create-blocked-users': createBlockedUsers,
  '20261128T173000Z-index-sample-results': indexSampleResults,
  '20261128T174500Z-create-forbidden-extensions': createForbiddenExtensions,
  '20261128T174500Z-create-infrastructure-errors': createInfrastructureErrors,
  '20261128T180000Z-approve-given-content': approveGivenContent,
  '20261128T180000Z-create-mail': createMail,
  '20261128T181000Z-create-sample-queue': createSampleQueue,
  '20261128T211300Z-undo-approvals': undoApprovals,
  '20261128T213800Z-link-github-logins': linkGithubLogins,
  '20261128T214700Z-record-base-commits': recordBaseCommits,
  '20261129T014000Z-admit-own-repositories': admitOwnRepositories,
  '20261129T014000Z-create-tool-versions': createToolVersions,
  '20261129T023300Z-index-lists': indexLists,
  '20261129T030500Z-create-media-infos': createMediaInfos,
  '20261129T052300Z-create-forge-reports': createForgeReports,
  '20261129T055000Z-record-variant-changes': recordVariantChanges,
  '20261129T055400Z-take-github-events': takeGithubEvents,
  '20261129T061100Z-retain-runs': retainRuns,
  '20261129T090100Z-show-badges': showBadges,
  '20261129T094000Z-record-token-usage': recordTokenUsage,
  '20261129T095600Z-record-deprecated-uses': recordDeprecatedUses,
  '20261129T100000Z-create-sessions': createSessions,
  '20261129T123000Z-confine-child-tokens': confineChildTokens,
  '20261129T123400Z-create-global-sessions': createGlobalSessions,
  '20261129T125800Z-expect-exit-codes-by-platform': expectExitCodesByPlatform,
  '20261129T125800Z-issue-legacy-tokens': issueLegacyTokens,
  '20261129T172900Z-create-sites': createSites,
  '20261129T173000Z-create-ftp-logins': createFtpLogins,
  '20261129T223300Z-create-promise-tokens': createPromiseTokens,
  '20261129T223400Z-create-job-engine': createJobEngine,
  '20261129T223600Z-create-preflight-jobs': createPreflightJobs,
  '20261129T230900Z-deliver-preflight-fixes': deliverPreflightFixes,
  '20261130T022300Z-judge-preflight-jobs': judgePreflightJobs,
  '20261130T023400Z-require-preflights': requirePreflights,
  '20261130T030000Z-reuse-preflight-audits': reusePreflightAudits,
  '20261130T063000Z-index-unreported-runs': indexUnreportedRuns,
};
