import { beforeAll, expect, test } from '@jest/globals';
import { describeGuard } from '../../harness/guarded-operation.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { operatorEmail, operatorPassword } from '../../harness/operator.ts';
import { newExtension, openWorld, signIn, unique, type Scope, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

async function forbidden(): Promise<string> {
  const body = { extension: newExtension() };
  return (await world.operator.expect('createForbiddenExtension', 201, { body })).extension;
}

test.each<[string, (extension: string) => string]>([
  ['as it is', (extension) => extension],
  ['in upper case', (extension) => extension.toUpperCase()],
  ['with a leading dot', (extension) => `.${extension}`],
])('200: the extension, %s, is allowed again', async (_, spell) => {
  const extension = await forbidden();
  const query = { filename: `a.${extension}` };
  await world.admin.expect('createSample', 403, { query, raw: unique('early') });
  const path = { extension: spell(extension) };
  expect(await world.operator.expect('deleteForbiddenExtension', 200, { path })).toEqual({ extension, deleted: true });
  await world.admin.expect('createSample', 201, { query, raw: unique('late') });
  await world.operator.expect('deleteForbiddenExtension', 404, { path });
});

test('404: an extension that is not forbidden', async () => {
  const path = { extension: newExtension() };
  expect(await world.operator.expect('deleteForbiddenExtension', 404, { path })).toMatchObject({ code: 'not_found' });
});

test.each(['a'.repeat(33), '..a', 'tar.gz', '%C3%A9'])('400: the extension %s', async (extension) => {
  const answer = await callLoosely(world.operator, 'deleteForbiddenExtension', {
    path: { extension: decodeURIComponent(extension) },
  });
  expect(faultyFields(answer)).toEqual(['path.extension']);
});

test('403: an administrator who is no operator allows nothing', async () => {
  const extension = await forbidden();
  await world.admin.expect('deleteForbiddenExtension', 403, { path: { extension } });
  await world.operator.expect('deleteForbiddenExtension', 200, { path: { extension } });
});

const asOperator = (): World => ({
  ...world,
  adminWith: (scopes: Scope[]) => signIn(world.url, operatorEmail, operatorPassword, scopes),
});
describeGuard(asOperator, 'deleteForbiddenExtension', { path: { extension: 'none' } }, { scope: 'system:write' });
