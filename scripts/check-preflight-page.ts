// The page of a preflight as people have it, in Chromium: it goes on by itself, and says when it cannot.
import { setTimeout as delay } from 'node:timers/promises';
import { beginPreflight, endlessPreflight } from '../contract-tests/harness/preflights.ts';
import { startServerProcess } from '../contract-tests/harness/server-process.ts';
import { openWorld, password, type World } from '../contract-tests/harness/world.ts';
import { startLoopbackHost } from '../src/testing/loopback-hosts.ts';
import { accessibilityFault } from './browser/accessibility.ts';
import { openBrowser, openBrowserWithoutScript, type Page, type Route, type Visit } from './browser/open-browser.ts';
import { check, picture, runPageChecks, waitFor } from './browser/page-checks.ts';

/** So many that they are not given up before the checks come to them: each is waited for five seconds. */
const heldLinks = Array.from({ length: 60 }, (_, index) => `<a href="/held/${index}">held</a>`).join('');
const rosePage = `<title>Roses</title><h2>Roses</h2><p></p>`;

/** Two pages: the audits of the first are done soon, and what the second links to answers when it is let go. */
async function startHeldSite() {
  const held: (() => void)[] = [];
  let isLetGo = false;
  const host = await startLoopbackHost('127.0.0.12', ({ url = '', method }, response) => {
    const answer = (): void => void response.writeHead(200, { 'content-type': 'text/html' }).end();
    if (url.startsWith('/held/')) return void (isLetGo ? answer() : held.push(answer));
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(method === 'HEAD' ? undefined : url === '/links' ? heldLinks : rosePage);
  });
  return {
    urls: ['/roses', '/links'].map((path) => `${host.origin}${path}`),
    letGo: (): void => {
      isLetGo = true;
      for (const answer of held.splice(0)) answer();
    },
    hold: (): void => void (isLetGo = false),
    stop: () => host[Symbol.asyncDispose](),
  };
}

interface Scene {
  readonly world: World;
  readonly visit: Visit;
  readonly site: Awaited<ReturnType<typeof startHeldSite>>;
}

const shows = (text: string): string => `document.body.innerText.includes(${JSON.stringify(text)})`;
const statusSays = (text: string): string =>
  `document.querySelector('#status').textContent === ${JSON.stringify(text)}`;
const noteSays = (text: string): string =>
  `document.querySelector('#note').textContent.startsWith(${JSON.stringify(text)})`;
const isQuiet = `document.querySelector('#note').textContent === ''`;
const addressOf = ({ url, domain }: World, job_id: string): string => `${url}/${domain}/preflight/${job_id}`;

async function signIn(page: Page, { url, domain, adminEmail }: World): Promise<undefined> {
  await page.goto(`${url}/${domain}/sign-in`);
  await page.fill('[name="email"]', adminEmail);
  await page.fill('[name="password"]', password);
  await page.click('form button');
  return waitFor(page, shows('Latest runs'));
}

async function checkProgress({ world, visit: { page }, site }: Scene): Promise<void> {
  const job_id = await beginPreflight(world, { urls: site.urls });
  await check('a job in progress shows what is found of its first page', async () => {
    await page.goto(addressOf(world, job_id));
    await page.evaluate(`window.isTheSame = true`);
    await waitFor(page, statusSays('In progress'));
    await waitFor(page, `document.querySelector('#page-0-h1-count') !== null`);
    return waitFor(
      page,
      `document.querySelector('progress').value > 0 && document.querySelector('progress').value < 18`,
    );
  });
  await check('axe finds nothing on it', async () => {
    const fault = await accessibilityFault(page);
    await picture(page, 'preflight-in-progress');
    return fault;
  });
  await check('details are opened from the keyboard', async () => {
    await page.evaluate(`document.querySelector('#page-0-h1-count summary').focus()`);
    await page.keyboard.press('Enter');
    return waitFor(page, `document.querySelector('#page-0-h1-count').open`);
  });
  await check('it is seen to be completed without a reload', async () => {
    site.letGo();
    await waitFor(page, `document.querySelector('#status').textContent.startsWith('Completed: ')`);
    await waitFor(page, `document.title.startsWith('Completed: ')`);
    await waitFor(page, shows('Audits done: 18 of 18'));
    return waitFor(page, `window.isTheSame === true`);
  });
  await check('what was open stays open, and the focus where it was', async () => {
    await waitFor(page, `document.querySelector('#page-0-h1-count').open`);
    await waitFor(page, `document.querySelectorAll('details[open]').length === 1`);
    return waitFor(page, `document.activeElement === document.querySelector('#page-0-h1-count summary')`);
  });
  await check('every finding can be opened, and axe finds nothing then', async () => {
    await picture(page, 'preflight-dark');
    await page.evaluate(`for (const details of document.querySelectorAll('details')) details.open = true`);
    const fault = await accessibilityFault(page);
    await page.emulateMedia({ colorScheme: 'light' });
    await picture(page, 'preflight-light');
    return fault;
  });
  await check('it asks for itself no more', async () => {
    const before = await page.evaluate(`performance.getEntriesByType('resource').length`);
    await delay(5_000);
    const after = await page.evaluate(`performance.getEntriesByType('resource').length`);
    return before === after ? undefined : `${String(before)} requests before, ${String(after)} after`;
  });
}

async function checkTrouble({ world, visit: { page } }: Scene, job_id: string): Promise<void> {
  let answer = (route: Route): Promise<void> => route.fallback();
  const address = addressOf(world, job_id);
  await page.goto(address);
  await page.route(address, (route) => answer(route));
  const recovers = async (): Promise<undefined> => {
    answer = (route) => route.fallback();
    return waitFor(page, isQuiet);
  };
  await check('a server that does not answer is told of and asked again', async () => {
    answer = (route) => route.abort();
    await waitFor(page, noteSays('The server does not answer.'));
    return recovers();
  });
  await check('so is one that fails', async () => {
    answer = (route) => route.fulfill({ status: 503 });
    await waitFor(page, noteSays('The server does not answer.'));
    return recovers();
  });
  await check('a limit is told of, and waited for as long as it says', async () => {
    const asked: number[] = [];
    answer = (route) => {
      asked.push(performance.now());
      return route.fulfill({ status: 429, headers: { 'Retry-After': '6' } });
    };
    await waitFor(page, noteSays('Too many requests were sent.'));
    while (asked.length < 2) await delay(50);
    const [first = 0, second = 0] = asked;
    await recovers();
    return second - first >= 6_000 ? undefined : `asked again after ${second - first} ms`;
  });
}

async function checkEnd({ world, visit: { page } }: Scene, job_id: string): Promise<void> {
  await check('whoever may ends the job, which then shows itself canceled', async () => {
    const { values, release } = await endlessPreflight(world);
    await page.goto(addressOf(world, values.job_id));
    await page.click('#cancel');
    await waitFor(page, statusSays('Canceled'));
    await release();
    return waitFor(page, `document.querySelector('#cancel') === null`);
  });
  await check('the dashboard lists it, and leads there and back; axe finds nothing on it', async () => {
    await page.goto(`${world.url}/${world.domain}/graph`);
    await waitFor(page, shows('Latest preflights'));
    const fault = await accessibilityFault(page);
    await page.click(`a[href="/${world.domain}/preflight/${job_id}"]`);
    await waitFor(page, `location.pathname === '/${world.domain}/preflight/${job_id}'`);
    await page.click('nav a');
    await waitFor(page, shows('Latest preflights'));
    return fault;
  });
  await check('a session that has ended is told of, with a way to sign in', async () => {
    await page.goto(addressOf(world, job_id));
    await page.evaluate(`fetch('/${world.domain}/auth', { method: 'DELETE' }).then(({ status }) => status)`);
    await waitFor(page, noteSays('Your session has ended.'));
    return waitFor(page, `document.querySelector('#note a').getAttribute('href') === '/${world.domain}/sign-in'`);
  });
}

async function checkWithoutScript({ world, site }: Scene): Promise<void> {
  site.hold();
  const visit = await openBrowserWithoutScript(world.url);
  try {
    await check('without a script people sign in as well', () => signIn(visit.page, world));
    await check('without a script the browser loads it again until the job has ended', async () => {
      const job_id = await beginPreflight(world, { urls: site.urls });
      await visit.page.goto(addressOf(world, job_id));
      await waitFor(visit.page, statusSays('In progress'));
      site.letGo();
      return waitFor(visit.page, `document.querySelector('#status').textContent.startsWith('Completed: ')`);
    });
  } finally {
    await visit.close();
  }
}

/** The browser itself tells of answers that are failures: these were meant. */
const meant =
  /^console: Failed to load resource: (net::ERR_FAILED|the server responded with a status of (401|429|503))/;

await runPageChecks(async () => {
  const site = await startHeldSite();
  const server = await startServerProcess();
  const visit = await openBrowser(server.url);
  try {
    const world = await openWorld(server.url);
    const scene = { world, visit, site };
    await signIn(visit.page, world);
    await checkProgress(scene);
    const { values, release } = await endlessPreflight(world);
    await checkTrouble(scene, values.job_id);
    await checkEnd(scene, values.job_id);
    await release();
    await checkWithoutScript(scene);
    await check('the browser complains of nothing, and nothing leaves the server', async () => {
      const complaints = visit.complaints.filter((complaint) => !meant.test(complaint));
      return complaints.length === 0 ? undefined : complaints.join('\n');
    });
  } finally {
    await visit.close();
    await site.stop();
    await server.stop();
  }
});
