import { descriptionVersion } from '../../../../generated/operations.ts';
import type { Operation } from '../../../http/operation.ts';
import { latestVersion } from '../../repositories/versions.ts';
import { findLastTestedCommit } from '../system.queries.ts';

export const getAbout: Operation<'getAbout'> = async ({ db, principal, settings }) => {
  const latest = await latestVersion(db, principal.domainId);
  return {
    status: 200,
    body: {
      version: descriptionVersion,
      platform_commit: settings.commit ?? null,
      last_tested_commit: (await findLastTestedCommit(db, principal.domainId)) ?? null,
      ccextractor_version: latest?.version ?? null,
      ccextractor_released: latest?.released_on ?? null,
    },
  };
};
