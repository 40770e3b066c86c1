import type { Operation } from '../../../http/operation.ts';
import { registerRepository } from '../repository-registration.ts';
import { toRepository } from '../repositories.view.ts';

export const createRepository: Operation<'createRepository'> = async ({ db, principal }, { body }) => {
  const repository = await registerRepository(db, principal.domainId, body);
  return { status: 201, body: toRepository(repository) };
};
