import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Script, type Context } from 'node:vm';
import type { AxeFindings, AxeRunner } from './axe-runner.ts';

/** What is used of jsdom. Its published types would declare a browser's globals for the whole server. */
interface Jsdom {
  readonly VirtualConsole: new () => object;
  readonly JSDOM: new (html: string, options: Readonly<Record<string, unknown>>) => JsdomPage;
}

interface JsdomPage {
  readonly window: {
    readonly document: object;
    readonly axe: { run(root: object, options: Readonly<Record<string, unknown>>): Promise<AxeFindings> };
    close(): void;
  };
  getInternalVMContext(): Context;
}

interface Tools {
  readonly jsdom: Jsdom;
  readonly axe: Script;
}

/** axe-core looks for what covers the page by these, and gives a rule up where they are not there. Nothing is drawn. */
const layout = new Script(`
  document.elementFromPoint = () => null;
  document.elementsFromPoint = () => [];
`);

let loading: Promise<Tools> | undefined;

/** Loaded when first needed: both take a second and 60 MB together. */
async function load(): Promise<Tools> {
  const require = createRequire(import.meta.url);
  const source = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
  return { jsdom: require('jsdom') as Jsdom, axe: new Script(source, { filename: 'axe.min.js' }) };
}

async function findingsOf(html: string, url: string, rules: readonly string[]): Promise<AxeFindings> {
  loading ??= load();
  const { jsdom, axe } = await loading;
  // No script of the page runs, nothing is fetched for it, and what it says goes nowhere.
  const page = new jsdom.JSDOM(html, { url, runScripts: 'outside-only', virtualConsole: new jsdom.VirtualConsole() });
  try {
    const context = page.getInternalVMContext();
    layout.runInContext(context);
    axe.runInContext(context);
    const { axe: inPage, document } = page.window;
    const found = await inPage.run(document, {
      runOnly: { type: 'rule', values: rules },
      resultTypes: ['violations', 'incomplete'],
      iframes: false,
    });
    // Copied out of the page's realm, so that nothing keeps the page.
    return JSON.parse(JSON.stringify({ violations: found.violations, incomplete: found.incomplete })) as AxeFindings;
  } finally {
    page.window.close();
  }
}

/** Lays nothing out: rules that need to know where something is and what is behind it say nothing here. */
export const jsdomAxe: AxeRunner = { run: ({ url, html }, rules) => findingsOf(html, url, rules) };
