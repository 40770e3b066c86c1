import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

/** What is used of a page of playwright-core, which is not there when types are checked. */
export interface Page {
  goto(url: string): Promise<unknown>;
  reload(): Promise<unknown>;
  evaluate(expression: string): Promise<unknown>;
  screenshot(options: { readonly path: string; readonly fullPage?: boolean }): Promise<unknown>;
  emulateMedia(options: { readonly colorScheme: 'light' | 'dark' }): Promise<void>;
  fill(selector: string, text: string): Promise<void>;
  click(selector: string): Promise<void>;
  readonly keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
  route(url: string, handle: (route: Route) => Promise<void>): Promise<void>;
  on(event: 'console', listen: (message: { type(): string; text(): string }) => void): void;
  on(event: 'pageerror', listen: (error: Error) => void): void;
}

export interface Route {
  request(): { url(): string };
  abort(): Promise<void>;
  continue(): Promise<void>;
  fallback(): Promise<void>;
  fulfill(answer: { readonly status: number; readonly headers?: Readonly<Record<string, string>> }): Promise<void>;
}

interface Playwright {
  readonly chromium: {
    launch(options: { executablePath: string; args: readonly string[] }): Promise<{
      newPage(options: { viewport: { width: number; height: number }; javaScriptEnabled: boolean }): Promise<Page>;
      version(): string;
      close(): Promise<void>;
    }>;
  };
}

export const chromiumPath = process.env['SPCI_CHROMIUM'] ?? '/usr/bin/chromium';
const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];
const flags = [...quiet, '--disable-background-networking', '--disable-component-update'];

/** Installed beside its lock file when it is used: nobody else needs it. */
function loadPlaywright(): Playwright {
  const require = createRequire(import.meta.url);
  if (!existsSync(`${import.meta.dirname}/node_modules/playwright-core/package.json`)) {
    const { status, stderr } = spawnSync('npm', ['ci'], { cwd: import.meta.dirname, encoding: 'utf8' });
    if (status !== 0) throw new Error(`playwright-core could not be installed:\n${stderr}`);
  }
  return require('playwright-core') as Playwright;
}

export interface Visit {
  readonly page: Page;
  readonly version: string;
  /** Everything that a reader's browser would complain of, and each request that would have left the origin. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** A page that can reach these origins and nothing else; what it tries beyond is refused and written down. */
export const openBrowser = (...origins: readonly string[]): Promise<Visit> => openVisit(origins, true);

/** As `openBrowser`, of a reader whose browser runs no script. */
export const openBrowserWithoutScript = (...origins: readonly string[]): Promise<Visit> => openVisit(origins, false);

async function openVisit(origins: readonly string[], javaScriptEnabled: boolean): Promise<Visit> {
  const browser = await loadPlaywright().chromium.launch({ executablePath: chromiumPath, args: flags });
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, javaScriptEnabled });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  await page.route('**/*', async (route) => {
    const url = route.request().url();
    if (/^(data|blob):/.test(url) || origins.includes(new URL(url).origin)) return route.continue();
    complaints.push(`request to ${url}`);
    return route.abort();
  });
  return { page, version: browser.version(), complaints, close: () => browser.close() };
}
