import type { Operation } from '../../../http/operation.ts';
import { createDomainWithAdministrator } from '../domain-creation.ts';
import { toDomain } from '../domains.view.ts';

export const createDomain: Operation<'createDomain'> = async ({ db }, { body }) => {
  const domain = await createDomainWithAdministrator(db, body);
  return { status: 201, body: toDomain(domain) };
};
