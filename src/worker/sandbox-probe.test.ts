import { spawnSync } from 'node:child_process';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { protectionsOf } from './sandbox-level.ts';
import { findTools, probeSandbox } from './sandbox-probe.ts';
import { makeTrialRoot, tryScript } from './sandbox-trial.ts';

const root = await makeTrialRoot();

afterAll(() => rm(root, { recursive: true, force: true }));

test('the level of this machine runs tests and says why it is not a better one', async () => {
  const level = await probeSandbox(root);
  expect(level.protections).toEqual(protectionsOf(level.name, level.identity));
  expect(level.name === 'namespaces' || level.shortfalls.length > 0).toBe(true);
  expect(await tryScript(root, level, `say('ran');`)).toMatchObject({ exit_code: 0, stdout: 'ran' });
});

test('a machine that allows namespaces gets them', async () => {
  const flags = ['--pid', '--net', '--mount', '--ipc', '--fork', '--mount-proc', 'true'];
  const asRoot = process.getuid?.() === 0 ? [] : ['--user', '--map-root-user'];
  const allowed = spawnSync('unshare', [...asRoot, ...flags]).status === 0;
  expect((await probeSandbox(root)).name === 'namespaces').toBe(allowed);
});

test('a machine without the tools gets no protection, is told so, and still runs tests', async () => {
  const level = await probeSandbox(root, {});
  expect(level).toMatchObject({ name: 'none', protections: [] });
  expect(level.shortfalls.join('\n')).toMatch(/no .*unshare.* in/);
  expect(await tryScript(root, level, `say('ran');`)).toMatchObject({ stdout: 'ran' });
});

test('a work root that other users cannot enter is no place for tests with a user of their own', async () => {
  const closed = join(root, 'closed');
  await mkdir(join(closed, 'work-root'), { recursive: true });
  await chmod(closed, 0o700);
  expect((await probeSandbox(join(closed, 'work-root'))).protections).not.toContain('own_user');
});

test('a machine with a tool that fails gets the next level that works', async () => {
  const level = await probeSandbox(root, { ...findTools(), unshare: '/bin/false' });
  expect(level.name).not.toBe('namespaces');
  expect(level.shortfalls[0]).toMatch(/^namespaces as /);
});

test('a tool that pretends is found out: a promise counts only when the probe sees it kept', async () => {
  const directory = join(root, 'pretending');
  await mkdir(directory);
  const prlimit = join(directory, 'prlimit');
  await writeFile(prlimit, `#!/bin/sh\nwhile [ "$1" != -- ]; do shift; done; shift; exec env -i "$@"\n`);
  await Promise.all([directory, prlimit].map((path) => chmod(path, 0o755)));
  const level = await probeSandbox(root, { ...findTools(), mount: '/bin/true', prlimit });
  expect(level).toMatchObject({ name: 'none', protections: [] });
  expect(level.shortfalls.join('\n')).toMatch(/does not give limits/);
});
