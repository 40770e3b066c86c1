import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { chromiumPath, type Page } from './open-browser.ts';
import { close, type Outcome } from '../run-checks.ts';

const outcome = { passed: 0, failed: 0 };

/** Undefined, or what is wrong. */
export async function check(name: string, judge: () => Promise<string | undefined>): Promise<void> {
  const fault = await judge().catch((error: unknown) => String(error));
  console.log(fault === undefined ? `ok      ${name}` : `FAILED  ${name}: ${fault}`);
  outcome[fault === undefined ? 'passed' : 'failed'] += 1;
}

const patienceMs = 30_000;

/** Asked by the driver: a page that may not evaluate text cannot wait for an expression by itself. */
export async function waitFor(page: Page, expression: string): Promise<undefined> {
  for (const until = performance.now() + patienceMs; performance.now() < until; await delay(100))
    if ((await page.evaluate(expression).catch(() => false)) === true) return undefined;
  throw new Error(`never came true: ${expression}`);
}

const pictures = process.env['SPCI_PICTURES'] ?? join(import.meta.dirname, '../../.pictures');

export async function picture(page: Page, name: string): Promise<void> {
  await mkdir(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

/** Closes with the sum of the checks; without a browser it says so. */
export async function runPageChecks(checks: () => Promise<void>): Promise<void> {
  if (!existsSync(chromiumPath)) return console.log(`chromium: not run: ${chromiumPath} is not there`);
  await checks();
  close(outcome satisfies Outcome);
}
