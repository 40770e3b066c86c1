// The pages for people as they have them, in Chromium: arriving from another site, looking around, signing in and out.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { startServerProcess } from '../contract-tests/harness/server-process.ts';
import { completeRun, makeSuite, queueRun, type Suite } from '../contract-tests/harness/suite.ts';
import { openWorld, password, type World } from '../contract-tests/harness/world.ts';
import { accessibilityFault } from './browser/accessibility.ts';
import { openBrowser, type Visit } from './browser/open-browser.ts';
import { check, picture, runPageChecks, waitFor } from './browser/page-checks.ts';

/** A page of another site, which hands a token over as soon as it is opened. */
async function startOtherSite() {
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://other');
    const [action, token] = [searchParams.get('action'), searchParams.get('token')];
    response.setHeader('Content-Type', 'text/html');
    response.end(`<!doctype html><title>Other</title><link rel="icon" href="data:,"><form method="post" action="${action}">
      <input type="hidden" name="x-auth-token" value="${token}"></form><script>document.forms[0].submit()</script>`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return { origin: `http://localhost:${port}`, stranger: `http://127.0.0.1:${port}`, stop: () => server.close() };
}

interface Scene {
  readonly world: World;
  readonly suite: Suite;
  readonly failed: number;
  readonly queued: number;
  readonly visit: Visit;
  readonly other: Awaited<ReturnType<typeof startOtherSite>>;
}

const at = (address: string): string => `location.href === ${JSON.stringify(address)}`;
const shows = (text: string): string => `document.body.innerText.includes(${JSON.stringify(text)})`;
const hides = (text: string): string => `!document.body.innerText.includes(${JSON.stringify(text)})`;

const handOverAt = ({ world, other }: Scene, origin = other.origin): string =>
  `${origin}/?${new URLSearchParams({ action: `${world.url}/${world.domain}/auth`, token: world.admin.token ?? '' })}`;

async function checkArrival(scene: Scene): Promise<void> {
  const { page } = scene.visit;
  const graph = `${scene.world.url}/${scene.world.domain}/graph`;
  await check('a site that is not allowed signs nobody in', async () => {
    await page.goto(handOverAt(scene, scene.other.stranger));
    await waitFor(page, shows('Pages of that origin may not sign anybody in.'));
    await page.goto(graph);
    return waitFor(page, at(`${scene.world.url}/${scene.world.domain}/sign-in`));
  });
  await check('a form of another site leads to the dashboard', async () => {
    await page.goto(handOverAt(scene));
    await waitFor(page, at(graph));
    return waitFor(page, shows('Latest failures'));
  });
  await check('no script sees the session', () => waitFor(page, `document.cookie === ''`));
}

async function checkDashboard(scene: Scene): Promise<void> {
  const { world, suite, failed, queued, visit } = scene;
  const { page } = visit;
  await check('it shows runs, failures, charts and the queue', async () => {
    await waitFor(page, shows(suite.repository));
    await waitFor(page, `document.querySelectorAll('svg[role="img"][aria-label]').length === 2`);
    await waitFor(
      page,
      `[...document.querySelectorAll('svg rect')].every((bar) => bar.getBoundingClientRect().width > 0)`,
    );
    await picture(page, 'dashboard-light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await waitFor(
      page,
      `getComputedStyle(document.body).colorScheme !== '' && matchMedia('(prefers-color-scheme: dark)').matches`,
    );
    await picture(page, 'dashboard-dark');
    return undefined;
  });
  await check('every control and every table has a name', () =>
    waitFor(
      page,
      `[...document.querySelectorAll('input, select')].every((field) => field.labels?.length === 1) &&
       [...document.querySelectorAll('th')].every((head) => head.scope !== '')`,
    ),
  );
  await check('axe finds nothing on it', () => accessibilityFault(page));
  await check('it is filtered from the keyboard', async () => {
    await page.evaluate(`document.querySelector('[name="branch"]').focus()`);
    await page.keyboard.type('next/2');
    await page.keyboard.press('Enter');
    await waitFor(page, `new URL(location.href).searchParams.get('branch') === 'next/2'`);
    await waitFor(page, `document.querySelector('[name="branch"]').value === 'next/2'`);
    await waitFor(page, hides(`${failed}\tfail`));
    return waitFor(page, `document.querySelector('a[href="/api/v1/runs/${queued}/explain"]') !== null`);
  });
  await check('a failure is explained to whoever has the session', async () => {
    await page.goto(`${world.url}/${world.domain}/graph`);
    await page.click(`a[href="/api/v1/runs/${failed}/explain"]`);
    return waitFor(page, shows(`"run_id":${failed}`));
  });
}

async function checkSigning({ world, visit: { page } }: Scene): Promise<void> {
  const [graph, signIn] = ['graph', 'sign-in'].map((name) => `${world.url}/${world.domain}/${name}`);
  await check('who signs out is out', async () => {
    await page.goto(graph ?? '');
    await page.click('#sign-out');
    await waitFor(page, at(signIn ?? ''));
    await page.goto(graph ?? '');
    return waitFor(page, at(signIn ?? ''));
  });
  await check('axe finds nothing on the sign-in page', () => accessibilityFault(page));
  await check('a wrong password is told on the page', async () => {
    await picture(page, 'sign-in');
    await page.fill('[name="email"]', world.adminEmail);
    await page.fill('[name="password"]', 'not the password');
    await page.click('form button');
    return waitFor(page, `document.querySelector('[role="alert"]').textContent.includes('wrong')`);
  });
  await check('the right one leads to the dashboard', async () => {
    await page.fill('[name="password"]', password);
    await page.keyboard.press('Enter');
    await waitFor(page, at(graph ?? ''));
    return waitFor(page, shows('Latest runs'));
  });
}

/** The browser itself tells of answers that are failures: these were meant. */
const meant = /^console: Failed to load resource: the server responded with a status of (401|403)/;

await runPageChecks(async () => {
  const other = await startOtherSite();
  const server = await startServerProcess({ environment: { SPCI_HANDOFF_ORIGINS: other.origin } });
  const visit = await openBrowser(server.url, other.origin, other.stranger);
  try {
    const world = await openWorld(server.url);
    const suite = await makeSuite(world);
    const { run_id: failed } = await completeRun(world, suite, 'not approved');
    const { run_id: queued } = await queueRun(world, suite, 'windows', { branch: 'next/2' });
    const scene = { world, suite, failed, queued, visit, other };
    await checkArrival(scene);
    await checkDashboard(scene);
    await checkSigning(scene);
    await check('the browser complains of nothing, and nothing leaves the server', async () => {
      const complaints = visit.complaints.filter((complaint) => !meant.test(complaint));
      return complaints.length === 0 ? undefined : complaints.join('\n');
    });
  } finally {
    await visit.close();
    other.stop();
    await server.stop();
  }
});
