import { describe, expect, test } from '@jest/globals';
import type { components } from '../../../generated/client.ts';
import { createClient } from '../../harness/client.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { sharedServerUrl } from '../../harness/world.ts';

const url = sharedServerUrl();
const anonymous = createClient(url);

describe('200', () => {
  test('is a linkset whose every link leads somewhere, in the type it says, to anyone', async () => {
    const { headers, text } = await createClient(url, 'garbage').call('getApiCatalog');
    expect(headers.get('content-type')).toBe(
      'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
    );
    const { linkset } = JSON.parse(text) as components['schemas']['Linkset'];
    expect(linkset.map(({ anchor }) => anchor)).toEqual([`${url}/api/v1`]);
    const links = linkset.flatMap((context) => [
      ...context['service-desc'],
      ...context['service-doc'],
      ...context.status,
    ]);
    expect(links.length).toBeGreaterThan(3);
    for (const { href, type } of links) {
      const response = await fetch(href);
      expect([href, response.status, response.headers.get('content-type')?.split(';')[0]]).toEqual([href, 200, type]);
      await response.body?.cancel();
    }
  });

  test('HEAD names the catalogue by its relation', async () => {
    const head = await fetch(`${url}/.well-known/api-catalog`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(head.headers.get('link')).toContain('</.well-known/api-catalog>; rel="api-catalog"');
  });

  test('every failure leads here, to the description and to its documentation', async () => {
    const { headers } = await fetch(`${url}/no/where`);
    for (const [, address = '', relation] of (headers.get('link') ?? '').matchAll(/<([^>]+)>; rel="([a-z-]+)"/g)) {
      const response = await fetch(new URL(address, url), { method: 'HEAD' });
      expect([relation, response.status]).toEqual([relation, 200]);
    }
    expect(headers.get('link')?.match(/rel="[a-z-]+"/g)).toEqual([
      'rel="service-desc"',
      'rel="service-doc"',
      'rel="api-catalog"',
    ]);
  });
});

describe('400 and 406', () => {
  test('takes no parameter and gives a linkset only', async () => {
    expect(faultyFields(await callLoosely(anonymous, 'getApiCatalog', { query: { profile: 'a' } }))).toEqual([
      'query.profile',
    ]);
    const headers = { Accept: 'text/html' };
    const { details } = await anonymous.expect('getApiCatalog', 406, { headers });
    expect(details).toMatchObject({ available: ['application/linkset+json'] });
  });
});
