// The page at /docs as a reader has it: in Chromium, with nothing but this server to reach.
import { operations } from '../generated/operations.ts';
import { startServerProcess } from '../contract-tests/harness/server-process.ts';
import { openBrowser, type Page } from './browser/open-browser.ts';
import { check, runPageChecks, waitFor } from './browser/page-checks.ts';
import { readGuides } from './generate/docs/guides.ts';

const missingFrom = (found: ReadonlySet<string>, wanted: readonly string[]): string | undefined => {
  const missing = wanted.filter((each) => !found.has(each));
  return missing.length === 0 ? undefined : `missing ${missing.join(', ')}`;
};

const menu = `[...document.querySelectorAll('[data-testid="menu-item-label"]')].map((item) => item.textContent.trim())`;
const links = `[...document.querySelectorAll('a[href^="#/"]')].map((link) => link.getAttribute('href'))`;
const headingInView = (text: string): string =>
  `[...document.querySelectorAll('h1, h2, h3')].some((heading) => {
    const { top } = heading.getBoundingClientRect();
    return heading.textContent.trim() === ${JSON.stringify(text)} && top >= 0 && top < innerHeight;
  })`;

/** In the box around the field in which the search was typed. */
const foundBySearch = (text: string): string =>
  `(() => {
    let box = document.activeElement;
    while (box !== document.body && !box.innerText.includes('to select')) box = box.parentElement;
    return box !== document.body && box.innerText.includes(${JSON.stringify(text)});
  })()`;

/** Sections are drawn as they come into view. */
async function checkSection(page: Page, slice: string, ids: readonly string[]): Promise<string | undefined> {
  const wanted = ids.map((id) => `#/${slice}/${id.toLowerCase()}`);
  await page.evaluate(`void (location.hash = ${JSON.stringify(`#/${slice}`)})`);
  const missing = `${JSON.stringify(wanted)}.filter((link) => !${links}.includes(link))`;
  return waitFor(page, `${missing}.length === 0`).catch(async () => `missing ${String(await page.evaluate(missing))}`);
}

async function openAt(page: Page, url: string, place: string, heading: string): Promise<undefined> {
  await page.goto(`${url}/docs#/${place}`);
  await page.reload();
  await waitFor(page, headingInView(heading));
}

async function checkPage(url: string): Promise<void> {
  const { page, version, complaints, close: closeBrowser } = await openBrowser(url);
  const guides = await readGuides();
  console.log(`Chromium ${version}`);
  await check('the page comes up', async () => {
    await page.goto(`${url}/docs`);
    await waitFor(page, `${links}.length > 0`);
    return undefined;
  });
  await check('the menu has every guide and the error codes', async () => {
    const wanted = [...guides.map(({ title }) => title), 'Error codes'];
    return missingFrom(new Set((await page.evaluate(menu)) as string[]), wanted);
  });
  for (const [slice, members] of Map.groupBy(Object.values(operations), (operation) => operation.slice))
    await check(`every operation of ${slice} has a place`, () =>
      checkSection(
        page,
        slice,
        members.map(({ id }) => id),
      ),
    );
  await check('the search finds an operation', async () => {
    await page.keyboard.press('Control+k');
    await waitFor(page, `document.activeElement.placeholder?.startsWith('Search') === true`);
    await page.keyboard.type('Idempotency-Key');
    await waitFor(page, foundBySearch('Create a run'));
    return undefined;
  });
  await check('a link leads to an operation and its command', async () => {
    await openAt(page, url, 'runs/createrun', 'Create a run');
    await waitFor(page, `document.body.innerText.includes('-H "Authorization: Bearer $SPCI_TOKEN"')`);
    return undefined;
  });
  await check('a link leads to a guide', () => openAt(page, url, 'approving-outputs', 'Approving outputs'));
  await check('a link leads to an error code', () => openAt(page, url, 'error-codes/lease_lost', 'lease_lost'));
  const picture = process.env['SPCI_DOCS_SCREENSHOT'];
  if (picture !== undefined) await page.screenshot({ path: picture });
  await check('the browser complains of nothing, and nothing leaves the server', async () =>
    complaints.length === 0 ? undefined : complaints.join('\n'),
  );
  await closeBrowser();
}

await runPageChecks(async () => {
  const server = await startServerProcess();
  await checkPage(server.url).finally(server.stop);
});
