import type { AppContext } from '../../context.ts';
import { AppError } from '../../errors.ts';
import type { Authority } from '../../principal.ts';
import type { AccountRow } from '../accounts/accounts.table.ts';
import { passwordBytesMax } from '../accounts/passwords.ts';
import type { DomainRow } from '../domains/domains.table.ts';
import { logIn, type Login } from '../tokens/login.ts';
import { scopesOfRole } from '../tokens/scopes.ts';

type Logins = Pick<AppContext, 'db' | 'settings'>;

/** Neither is anybody's, and neither could be asked for. */
const mayLogIn = ({ email, password }: Login): boolean =>
  !email.includes('\0') && Buffer.byteLength(password) <= passwordBytesMax;

/** Of who knows its password; an account of another domain is like none. */
export async function accountOfDomain(context: Logins, domain: DomainRow, login: Login): Promise<AccountRow> {
  const account = mayLogIn(login) ? await logIn(context, login) : undefined;
  if (account?.domain_id !== domain.id) throw new AppError('invalid_credentials', 'E-mail or password is wrong.');
  return account;
}

/** What a person may do who shows the password with this one request. */
export async function passwordAuthority(context: Logins, domain: DomainRow, login: Login): Promise<Authority> {
  const { id, domain_id, role, operator, read_only } = await accountOfDomain(context, domain, login);
  return { accountId: id, domainId: domain_id, role, operator, readOnly: read_only, scopes: scopesOfRole(role) };
}
