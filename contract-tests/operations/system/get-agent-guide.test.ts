import { describe, expect, test } from '@jest/globals';
import { operations } from '../../../generated/operations.ts';
import { createClient } from '../../harness/client.ts';
import { callLoosely } from '../../harness/loose-call.ts';
import { faultyFields } from '../../harness/refusals.ts';
import { sharedServerUrl } from '../../harness/world.ts';

const url = sharedServerUrl();
const anonymous = createClient(url);

describe('200', () => {
  test('is Markdown of one page, to anyone', async () => {
    const { headers, text } = await createClient(url, 'garbage').call('getAgentGuide');
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(text).toMatch(/^# SPCI\n\n> /);
    expect(text.length).toBeLessThan(4000);
  });

  test('every link in it leads somewhere', async () => {
    const { text } = await anonymous.call('getAgentGuide');
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, address = '']) => address);
    const statuses = links.map(async (address) => (await fetch(address, { method: 'HEAD' })).status);
    expect(await Promise.all(statuses)).toEqual(links.map(() => 200));
    expect(links).toContain(`${url}/openapi.json`);
  });

  test('names sixteen operations as the description has them', async () => {
    const { text } = await anonymous.call('getAgentGuide');
    const named = [...text.matchAll(/^- `([A-Z]+) (\S+)` \((\w+)\)/gm)].map(([, method, path, id]) => ({
      id,
      method,
      path,
    }));
    expect(named).toHaveLength(16);
    for (const operation of named) expect(Object.values(operations)).toContainEqual(expect.objectContaining(operation));
  });
});

describe('400 and 406', () => {
  test('takes no parameter and gives text only', async () => {
    expect(faultyFields(await callLoosely(anonymous, 'getAgentGuide', { query: { lang: 'en' } }))).toEqual([
      'query.lang',
    ]);
    const headers = { Accept: 'application/json' };
    expect(await anonymous.expect('getAgentGuide', 406, { headers })).toMatchObject({ code: 'not_acceptable' });
  });
});
