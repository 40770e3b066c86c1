import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { openWorld, unique, type World } from '../../harness/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

const page = (domain = world.domain) => world.anonymous.call('getSignInPage', { path: { domain } });

describe('200', () => {
  test('is a form that posts to its own server alone', async () => {
    const { status, headers, text } = await page(world.domain.toUpperCase());
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).toContain(`action="/${world.domain}/auth"`);
    expect(text).toContain('method="post"');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("form-action 'self'");
    const parts = [...text.matchAll(/<(script|style)>([\s\S]*?)<\/\1>/g)];
    expect(parts).toHaveLength(2);
    for (const [, name, source = ''] of parts)
      expect(policy).toContain(`${name}-src 'sha256-${createHash('sha256').update(source).digest('base64')}'`);
    expect(text).not.toMatch(/(src|href)="(https?:)?\/\//);
  });
});

test('404: there is no such domain', async () => {
  for (const domain of [unique('domain'), 'a.b', 'a"><b']) expect((await page(domain)).status).toBe(404);
});

test('406: it is a page and nothing else', async () => {
  const path = { domain: world.domain };
  await world.anonymous.expect('getSignInPage', 406, { path, headers: { Accept: 'image/png' } });
});
