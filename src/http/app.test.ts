import { expect, test } from '@jest/globals';
import { operations } from '../../generated/operations.ts';
import { settingsFrom } from '../config.ts';
import { createApp } from './app.ts';
import { registry } from './registry.ts';

// What the handler routes is the table of `route-table.ts`, which is made of the description alone.
test('Express has one handler and no route of its own, so that nothing is answered past the description', () => {
  const context = { settings: settingsFrom({}), logger: { child: () => undefined } };
  const app = createApp({ context } as object as Parameters<typeof createApp>[0]);
  expect(app.router.stack.map(({ name, route }) => [name, route])).toEqual([['<anonymous>', undefined]]);
});

test('each operation has a handler, and there is no other', () => {
  expect(Object.keys(registry).sort()).toEqual(Object.keys(operations).sort());
});
