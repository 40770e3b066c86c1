import type { Operation } from '../../../http/operation.ts';
import { domainOf } from '../../domains/domain-by-slug.ts';
import { signInPage } from '../sign-in-page.ts';

export const getSignInPage: Operation<'getSignInPage'> = async ({ db }, { path, region }) => {
  const { slug } = await domainOf(db, path.domain);
  const { text, policy } = signInPage(slug, region);
  const headers = { 'Cache-Control': 'no-store', 'Content-Security-Policy': policy } as const;
  return { status: 200, headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' }, text };
};
