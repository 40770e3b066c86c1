import { createHash } from 'node:crypto';
import { markup, Markup } from '../../html-page.ts';
import type { AskedLinking } from './github-linking.ts';

const script = `
const button = document.querySelector('button');
const outcome = document.querySelector('output');
button.addEventListener('click', async () => {
  button.disabled = true;
  const request = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ confirmation: button.value }),
  };
  try {
    const response = await fetch('/api/v1/auth/github/complete', request);
    const answer = await response.json();
    outcome.textContent = response.ok ? 'Linked. You can close this page.' : answer.message;
  } catch {
    button.disabled = false;
    outcome.textContent = 'The server did not answer. Try again.';
  }
});
`;

/** The one script of the page, by its hash, may talk to this server and to nobody else. */
export const githubPagePolicy = [
  "default-src 'none'",
  `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const page = (content: Markup): string =>
  markup`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Link a GitHub login</title>
<h1>Link a GitHub login</h1>
${content}
</html>
`.text;

/** Shows whose login and whose account would be linked, and links them at the press of a button. */
export function githubPage({ account, user, confirmation }: AskedLinking): string {
  return page(markup`<p>Link the GitHub login <strong>${user.login}</strong> to the account <strong>${account.email}</strong> (${account.name}) of this installation?</p>
<p>Do so only if that is your account: whoever uses it can then start runs of your repositories.</p>
<button type="button" value="${confirmation}">Link them</button>
<p><output></output></p>
<script>${new Markup(script)}</script>`);
}

export const declinedPage = page(markup`<p>It was declined at GitHub; nothing is linked. You can close this page.</p>`);
