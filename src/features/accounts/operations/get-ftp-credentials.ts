import type { Operation } from '../../../http/operation.ts';
import { assertLasting } from '../../tokens/lasting-authority.ts';
import { ftpCredentials } from '../ftp-logins.ts';

export const getFtpCredentials: Operation<'getFtpCredentials'> = async (context) => {
  const { host, port, username, password } = await ftpCredentials(context, context.principal, assertLasting);
  return { status: 200, headers: { 'Cache-Control': 'no-store' }, body: { host, port, username, password } };
};
