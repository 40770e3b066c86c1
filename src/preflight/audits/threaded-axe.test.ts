import { afterAll, describe, expect, test } from '@jest/globals';
import { AxeTimedOut } from './axe-runner.ts';
import { jsdomAxe } from './jsdom-axe.ts';
import { createThreadedAxe } from './threaded-axe.ts';

const rules = ['button-name', 'link-name', 'aria-roles'];
const url = 'https://example.org/';
const page = { url, html: '<button id="unnamed"></button><a href="/">home</a><b role="nothing"></b>' };
/** A minute at least. */
const endless = { url, html: '<button></button>'.repeat(300_000) };

const axe = createThreadedAxe({ timeoutMs: 5_000 });
afterAll(async () => axe[Symbol.asyncDispose]());

describe('in a thread', () => {
  test('axe-core says what it says here', async () => {
    const here = await jsdomAxe.run(page, rules);
    expect(here.violations.map(({ id }) => id)).toEqual(['aria-roles', 'button-name']);
    expect(await axe.run(page, rules)).toEqual(here);
  });

  test('a page that takes too long is given up, and the next in line are looked at by a new thread', async () => {
    const looked = await Promise.allSettled([axe.run(endless, rules), axe.run(page, rules), axe.run(page, rules)]);
    const here = await jsdomAxe.run(page, rules);
    expect(looked).toEqual([
      { status: 'rejected', reason: new AxeTimedOut(5_000) },
      { status: 'fulfilled', value: here },
      { status: 'fulfilled', value: here },
    ]);
  });

  test('a page that breaks axe-core breaks nothing for the next', async () => {
    await expect(axe.run({ ...page, url: 'no address' }, rules)).rejects.toThrow();
    expect(await axe.run(page, rules)).toEqual(await jsdomAxe.run(page, rules));
  });
});
