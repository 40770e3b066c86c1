/**
 * Asks for the page again while there is more to come, and puts what it then says in place of what it said. Without it the
 * browser loads the page anew.
 */
export const preflightScript = `
const usualMs = 2000;
const longestMs = 30000;
const note = document.querySelector('#note');
const mainOf = (page) => page.querySelector('main');
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
let said = mainOf(document).outerHTML;
let isTroubled = false;

const focusable = (main) => [...main.querySelectorAll('a, button, summary')];
const nameOf = (element) => [element.closest('[id]')?.id, element.tagName, element.getAttribute('href')].join(' ');

function replaceMain(main) {
  const former = mainOf(document);
  for (const { id } of former.querySelectorAll('details[open]')) main.querySelector('#' + CSS.escape(id))?.setAttribute('open', '');
  const focused = former.contains(document.activeElement) ? nameOf(document.activeElement) : undefined;
  former.replaceWith(main);
  if (focused === undefined) return;
  const same = focusable(main).find((element) => nameOf(element) === focused) ?? main;
  same.focus({ preventScroll: true });
}

function show(text) {
  const page = new DOMParser().parseFromString(text, 'text/html');
  const [status, next, main] = [document.querySelector('#status'), page.querySelector('#status'), mainOf(page)];
  document.title = page.title;
  if (status.textContent !== next.textContent) status.textContent = next.textContent;
  status.className = next.className;
  const saying = main.outerHTML;
  if (saying !== said) replaceMain(main);
  said = saying;
}

function tell(...parts) {
  note.replaceChildren(...parts);
}

function tellSignedOut() {
  const link = Object.assign(document.createElement('a'), { href: note.dataset.signIn, textContent: 'Sign in' });
  tell('Your session has ended. What is shown may be old. ', link);
}

function tellTrouble(why) {
  if (!isTroubled) tell(why);
  isTroubled = true;
}

async function ask() {
  try {
    const answer = await fetch(location.href, { cache: 'no-store' });
    return { status: answer.status, retryAfter: Number(answer.headers.get('Retry-After')), text: await answer.text() };
  } catch {
    return { status: 0 };
  }
}

async function follow() {
  let pauseMs = usualMs;
  while (mainOf(document).hasAttribute('data-live')) {
    await wait(pauseMs);
    const { status, retryAfter, text } = await ask();
    if (status === 401) return tellSignedOut();
    if (status === 403 || status === 404) return tell('This page is no longer there for you. What is shown is old.');
    if (status === 200) {
      if (isTroubled) tell();
      isTroubled = false;
      pauseMs = usualMs;
      show(text);
    } else if (status === 429) {
      tellTrouble('Too many requests were sent. The page goes on by itself in a while.');
      pauseMs = Math.max(usualMs, (retryAfter || 0) * 1000);
    } else {
      tellTrouble('The server does not answer. The page asks again by itself.');
      pauseMs = Math.min(pauseMs * 2, longestMs);
    }
  }
}

document.addEventListener('click', async ({ target }) => {
  const button = target.closest('#cancel');
  if (button === null) return;
  button.disabled = true;
  const answer = await fetch(button.dataset.address, { method: 'POST' }).catch(() => undefined);
  if (answer?.ok) return tell();
  button.disabled = false;
  tell('Canceling failed. Try again.');
});

follow();
`;
