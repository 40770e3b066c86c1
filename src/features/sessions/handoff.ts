import type { AppContext } from '../../context.ts';
import { AppError } from '../../errors.ts';
import type { Authority } from '../../principal.ts';
import type { DomainRow } from '../domains/domains.table.ts';
import { scopesOfRole } from '../tokens/scopes.ts';
import { openSession } from '../tokens/sessions.ts';
import { accountOfDomain } from './password-authority.ts';

/** What a form or a header hands over. */
export type HandedOver = {
  /** Slug of the domain that it is for; any other's page refuses it. */
  readonly domain?: string;
} & (
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'password'; readonly email: string; readonly password: string }
);

/** A field that comes twice is none, as one that is empty. */
function fieldOf(fields: URLSearchParams, name: string): string | undefined {
  const [value, ...others] = fields.getAll(name);
  return others.length > 0 || value === '' ? undefined : value;
}

export function handedOverIn(fields: URLSearchParams): HandedOver | undefined {
  if (fields.has('x-auth-token')) {
    const token = fieldOf(fields, 'x-auth-token');
    return token === undefined ? undefined : { kind: 'token', token };
  }
  const [email, password] = [fieldOf(fields, 'email'), fieldOf(fields, 'password')];
  return email === undefined || password === undefined ? undefined : { kind: 'password', email, password };
}

export type Sessions = Pick<AppContext, 'db' | 'keys' | 'settings'>;

interface Arrival {
  readonly domain: DomainRow;
  readonly clientAddress: string;
  /** The session that the browser had. */
  readonly formerSessionId: number | undefined;
}

/** The session of who knows a password of the domain. */
export async function sessionByPassword(
  context: Sessions,
  { email, password }: { readonly email: string; readonly password: string },
  { domain, clientAddress, formerSessionId }: Arrival,
): Promise<string> {
  const account = await accountOfDomain(context, domain, { email, password, clientAddress });
  const roots = { account_id: account.id, password_hash: account.password_hash };
  return openSession(context, roots, scopesOfRole(account.role), formerSessionId);
}

export interface Holder extends Pick<Authority, 'accountId' | 'scopes'> {
  readonly tokenId: number;
  /** The token itself where it is of the global region, which has to be asked about it again. */
  readonly peerToken: string | undefined;
}

/** The session of who holds a token, which it ends with and never exceeds. */
export async function sessionByToken(
  context: Sessions,
  { accountId, tokenId, peerToken, scopes }: Holder,
  formerSessionId?: number,
): Promise<string> {
  if (!scopes.includes('runs:read'))
    throw new AppError('forbidden', 'The token lacks a scope.', {
      ...{ required_scopes: ['runs:read'], missing_scopes: ['runs:read'], token_scopes: scopes },
    });
  const origin = peerToken === undefined ? { parent_id: tokenId } : { peer_token: peerToken };
  const roots = { account_id: accountId, ...origin };
  return openSession(context, roots, scopes, formerSessionId);
}
