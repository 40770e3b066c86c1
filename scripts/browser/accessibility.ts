import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from './open-browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the page as it is shown, by light and by dark; undefined where that is nothing. */
export async function accessibilityFault(page: Page): Promise<string | undefined> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(axe);
    const violations = (await page.evaluate(
      `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' at ' + nodes.map(({ target }) => target).join(', ')))`,
    )) as readonly string[];
    found.push(...violations.map((violation) => `${colorScheme}: ${violation}`));
  }
  return found.length === 0 ? undefined : found.join('\n');
}
