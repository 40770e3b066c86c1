import type { Operation } from '../../../http/operation.ts';
import { changeRepository } from '../repository-registration.ts';
import { toRepository } from '../repositories.view.ts';

export const updateRepository: Operation<'updateRepository'> = async ({ db, principal }, { path, body }) => {
  const repository = await changeRepository(db, principal.domainId, path.repository_id, body);
  return { status: 200, body: toRepository(repository) };
};
