import type { Operation } from '../../../http/operation.ts';
import { askForConfirmation } from '../github-linking.ts';
import { declinedPage, githubPage, githubPagePolicy } from '../github-page.ts';

export const getGithubConfirmation: Operation<'getGithubConfirmation'> = async (context, { query }) => {
  const { state, code, error, iss } = query;
  const asked = await askForConfirmation(context, { state, code, error, iss });
  return {
    status: 200,
    headers: {
      'Cache-Control': 'no-store',
      'Content-Security-Policy': githubPagePolicy,
      'Content-Type': 'text/html; charset=utf-8',
    },
    text: asked === undefined ? declinedPage : githubPage(asked),
  };
};
