import type { Client } from './client.ts';

/** Where GitHub leads back who signed in as `login` at the address that the account was offered. */
export async function comeBackAs(login: string, authorizeUrl: string): Promise<string> {
  const address = new URL(authorizeUrl);
  address.searchParams.set('login', login);
  const response = await fetch(address, { redirect: 'manual' });
  const location = response.headers.get('location');
  if (location === null) throw new Error(`GitHub refused: ${await response.text()}`);
  return location;
}

export const returnedIn = (location: string): Record<string, string> =>
  Object.fromEntries(new URL(location).searchParams);

/** What GitHub gives who signs in as `login`, for the account of the client. */
export async function returnedTo(client: Client, login: string): Promise<Record<string, string>> {
  const { authorize_url } = await client.expect('getGithubLink', 200);
  return returnedIn(await comeBackAs(login, authorize_url));
}

/** What stands in the button of the page. */
export async function confirmationFor(client: Client, login: string): Promise<string> {
  const { state = '', ...query } = await returnedTo(client, login);
  const { text } = await client.call('getGithubConfirmation', { query: { state, ...query } });
  const [, confirmation] = /<button type="button" value="([^"]+)">/.exec(text) ?? [];
  if (confirmation === undefined) throw new Error(`no button: ${text}`);
  return confirmation;
}

export async function linkGithub(client: Client, login: string): Promise<void> {
  const confirmation = await confirmationFor(client, login);
  await client.expect('completeGithubLink', 200, { body: { confirmation } });
}
