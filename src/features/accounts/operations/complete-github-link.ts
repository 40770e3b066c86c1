import type { Operation } from '../../../http/operation.ts';
import { completeLinking } from '../github-linking.ts';

export const completeGithubLink: Operation<'completeGithubLink'> = async (context, { body }) => {
  const { github_login } = await completeLinking(context, body.confirmation);
  return { status: 200, body: { linked: true, github_login } };
};
