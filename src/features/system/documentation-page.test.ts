import { expect, test } from '@jest/globals';
import { acceptsGzip, documentationPolicy, pageFor } from './documentation-page.ts';

test.each(['gzip', 'gzip, deflate, br', 'deflate;q=1, GZIP;q=0.5', '*', 'br, *;q=0.1'])('%s takes gzip', (header) =>
  expect(acceptsGzip(header)).toBe(true),
);

test.each([undefined, '', 'br', 'identity', 'gzip;q=0', 'gzip;q=0.000, *', '*;q=0', 'x-gzip'])(
  '%s does not take gzip',
  (header) => expect(acceptsGzip(header)).toBe(false),
);

test('the page holds no address from which it would load something', async () => {
  const text = Buffer.from((await pageFor(undefined)).bytes).toString('utf8');
  const markup = text.replaceAll(/<script[^>]*>[\s\S]*?<\/script>/g, '');
  expect(markup.match(/<[a-z]+[^>]* src="(?!data:)[^"]*|<link[^>]* href="(?!data:)[^"]*|@import/g)).toBeNull();
  expect(text.match(/cdn\.redoc\.ly|fonts\.googleapis/)).toBeNull();
});

test('the policy lets run what the page holds and no other script', () => {
  const [, sources = ''] = /script-src ([^;]*);/.exec(documentationPolicy()) ?? [];
  expect(sources.split(' ').length).toBe(2);
  expect(sources).toMatch(/^('sha256-[A-Za-z0-9+/]{43}=' ?)+$/);
});
