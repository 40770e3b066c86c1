import { createHash, randomBytes } from 'node:crypto';
import type { components } from '../../generated/client.ts';
import { createClient, type Client } from './client.ts';
import { operatorEmail, operatorPassword } from './operator.ts';
import { sharedToken, sharedUrl } from './shared-tokens.ts';

type Schemas = components['schemas'];
export type Role = Schemas['Role'];
export type Scope = Schemas['Scope'];

export const everyScope: Scope[] = [
  'runs:read',
  'runs:write',
  'results:read',
  'baselines:write',
  'system:read',
  'system:write',
  'tokens:manage',
];
export const ordinaryScopes: Scope[] = ['runs:read', 'runs:write', 'results:read', 'system:read'];
export const password = 'a long enough secret';

export const unique = (prefix: string): string => `${prefix}-${randomBytes(5).toString('hex')}`;
export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
/** No other test forbids it. */
export const newExtension = (): string => `x${randomBytes(8).toString('hex')}`;
export const newCommit = (): string => randomBytes(20).toString('hex');

/** The address of the server that this project's tests share; each test file has a domain of its own on it. */
export function sharedServerUrl(): string {
  const url = sharedUrl();
  if (url === undefined) throw new Error('no server for these tests');
  return url;
}

export async function signIn(url: string, email: string, secret: string, scopes: Scope[]): Promise<Client> {
  const body = { email, password: secret, token_name: unique('test'), scopes };
  const { token } = await createClient(url).expect('createToken', 201, { body });
  return createClient(url, token);
}

export interface World {
  readonly url: string;
  readonly anonymous: Client;
  /** Operator of the installation, in the domain `default`. */
  readonly operator: Client;
  /** Administrator of a domain that nothing else uses. */
  readonly admin: Client;
  readonly adminEmail: string;
  /** Slug of the administrator's domain. */
  readonly domain: string;
  /** A new account of the domain with this role, by a token with these scopes. */
  member(role: Role, scopes?: Scope[]): Promise<Client & { readonly email: string; readonly userId: number }>;
  /** Another token of the administrator. */
  adminWith(scopes: Scope[]): Promise<Client>;
}

export async function openWorld(url = sharedServerUrl()): Promise<World> {
  const byOperator = async () => (await signIn(url, operatorEmail, operatorPassword, everyScope)).token;
  const operator = createClient(url, await sharedToken(url, 'operator', byOperator));
  const slug = unique('domain');
  const adminEmail = `${slug}@example.org`;
  const body = { slug, admin_name: 'Ada', admin_email: adminEmail, admin_password: password };
  await operator.expect('createDomain', 201, { body });
  const admin = await signIn(url, adminEmail, password, everyScope);
  return {
    url,
    anonymous: createClient(url),
    operator,
    admin,
    adminEmail,
    domain: slug,
    adminWith: (scopes) => signIn(url, adminEmail, password, scopes),
    member: async (role, scopes = ordinaryScopes) => {
      const name = unique(role);
      const email = `${name}@example.org`;
      const { user_id } = await admin.expect('createUser', 201, { body: { name, email, password, role } });
      return { ...(await signIn(url, email, password, scopes)), email, userId: user_id };
    },
  };
}
