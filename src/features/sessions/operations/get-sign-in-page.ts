import { pageAnswer } from '../../../html-page.ts';
import type { Operation } from '../../../http/operation.ts';
import { domainOf } from '../../domains/domain-by-slug.ts';
import { signInPage } from '../sign-in-page.ts';

export const getSignInPage: Operation<'getSignInPage'> = async ({ db }, { path, region }) => {
  const { slug } = await domainOf(db, path.domain);
  return pageAnswer(signInPage(slug, region));
};
