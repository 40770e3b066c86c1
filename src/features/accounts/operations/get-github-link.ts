import type { Operation } from '../../../http/operation.ts';
import { offerLinking } from '../github-linking.ts';

export const getGithubLink: Operation<'getGithubLink'> = async (context) => {
  const { account, authorizeUrl } = await offerLinking(context, context.principal.accountId);
  const { github_login } = account;
  return {
    status: 200,
    headers: { 'Cache-Control': 'no-store' },
    body: { linked: github_login !== null, github_login, authorize_url: authorizeUrl },
  };
};
