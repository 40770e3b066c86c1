import { parseCookie, stringifySetCookie } from 'cookie';

export const sessionCookie = '__Host-spci_session';

const attributes = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' } as const;

/** Undefined where there is none; of several of the name none can be told to be the right one. */
export function sessionIn(cookies: readonly string[]): string | undefined {
  const given = cookies
    .flatMap((header) => header.split(';'))
    .map((pair) => parseCookie(pair)[sessionCookie])
    .filter((value) => value !== undefined);
  return given.length === 1 ? given[0] : undefined;
}

/** For as long as the browser runs; the server ends it earlier. */
export const sessionSet = (secret: string): string =>
  stringifySetCookie({ name: sessionCookie, value: secret, ...attributes });

export const sessionCleared = stringifySetCookie({ name: sessionCookie, value: '', maxAge: 0, ...attributes });
