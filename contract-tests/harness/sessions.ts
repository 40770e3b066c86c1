import { password, type World } from './world.ts';

export const formHeaders = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** What a browser would send back; an empty value where the cookie was cleared. */
export function cookieIn(headers: Headers): string | undefined {
  const [set, ...others] = headers.getSetCookie();
  if (others.length > 0) throw new Error('more than one cookie is set');
  return set?.split(';')[0]?.split('=')[1];
}

export const cookieOf = (session: string): { readonly Cookie: string } => ({
  Cookie: `__Host-spci_session=${session}`,
});

/** The session that a handed-over token makes. */
export const openSession = (world: World, token = world.admin.token): Promise<string> =>
  sessionFor(world, { 'x-auth-token': token ?? '' });

/** The session of who signs in. */
export const signInToPages = (world: World, email = world.adminEmail): Promise<string> =>
  sessionFor(world, { email, password });

async function sessionFor({ anonymous, domain }: World, fields: Readonly<Record<string, string>>): Promise<string> {
  const raw = new URLSearchParams(fields).toString();
  const answer = await anonymous.call('createSession', { path: { domain }, raw });
  const session = cookieIn(answer.headers);
  if (answer.status !== 303 || session === undefined) throw new Error(`no session: ${answer.status} ${answer.text}`);
  return session;
}

/** Who looks at the dashboard by this session: 200, or 303 where it is none. */
export async function dashboardBy({ anonymous, domain }: World, session: string) {
  const headers = { Accept: 'text/html', ...cookieOf(session) };
  return anonymous.call('getDashboard', { path: { domain }, headers });
}

/** A token as an application credential. */
export const byApplication = (token: string) => ({
  'X-Application-Credential-Id': token.slice(0, 16),
  'X-Application-Credential-Secret': token,
});

export const basicOf = (name: string, secret: string): { readonly Authorization: string } => ({
  Authorization: `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}`,
});
