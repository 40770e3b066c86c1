import type { Operation } from '../../../http/operation.ts';
import { endLink } from '../github-linking.ts';

export const deleteGithubLink: Operation<'deleteGithubLink'> = async (context) => {
  await endLink(context, context.principal.accountId);
  return { status: 200, body: { linked: false, github_login: null } };
};
