import { markup, page, type Page } from '../../html-page.ts';
import { pageStyle } from '../../page-style.ts';
import { regionQuery, type Region } from '../../region.ts';

/** Without it the form works as well: only a failure is shown as the server tells it to programs. */
const script = `
const form = document.querySelector('form');
const alert = document.querySelector('[role="alert"]');
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  alert.textContent = '';
  try {
    const response = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'manual' });
    if (response.type === 'opaqueredirect') return location.assign(form.dataset.next);
    alert.textContent = (await response.json()).message;
  } catch {
    alert.textContent = 'The server did not answer. Try again.';
  }
});
`;

const byPassword = markup`<label>E-mail <input name="email" type="email" autocomplete="username" required autofocus /></label>
      <label>Password <input name="password" type="password" autocomplete="current-password" required /></label>`;

const byToken = markup`<label>Token of the global region <input name="x-auth-token" type="password" autocomplete="off" required autofocus /></label>`;

/** Nobody but the global region itself knows the passwords there. */
export function signInPage(domain: string, region: Region): Page {
  const query = regionQuery(region);
  const body = markup`<main>
    <h1>Sign in to ${domain}</h1>
    <form class="sign-in" method="post" action="/${domain}/auth${query}" data-next="/${domain}/graph${query}">
      ${region === 'global' ? byToken : byPassword}
      <button>Sign in</button>
      <p role="alert"></p>
    </form>
  </main>`;
  return page({ title: `Sign in · ${domain} · SPCI`, body, style: pageStyle, script });
}
