import { describe, expect, test } from '@jest/globals';
import { createClient } from './client.ts';
import { callLoosely } from './loose-call.ts';
import { faultyFields } from './refusals.ts';
import { basicOf } from './sessions.ts';
import { openWorld, password, sharedServerUrl } from './world.ts';

/** The promises of an address that leads to a dashboard and names no domain itself. */
export function describeWayToDashboard(id: 'getGraph' | 'getHome'): void {
  const anonymous = createClient(sharedServerUrl());
  const sentTo = async (headers: Readonly<Record<string, string>>): Promise<string | null> => {
    const answer = await anonymous.call(id, { headers });
    expect(answer.status).toBe(302);
    return answer.headers.get('location');
  };

  describe('302', () => {
    test('leads to the dashboard of the default domain', async () => {
      for (const headers of [
        {},
        { Accept: 'text/html' },
        basicOf('ada@example.org', password),
        { Authorization: 'Bearer a' },
      ])
        expect(await sentTo(headers)).toBe('/default/graph');
    });

    test('or to that of the domain which a Basic user name ends with, where it opens', async () => {
      const { domain, adminEmail, url } = await openWorld();
      const headers = basicOf(`${adminEmail}@${domain.toUpperCase()}`, password);
      const location = await sentTo(headers);
      expect(location).toBe(`/${domain}/graph`);
      expect((await fetch(url + location, { headers })).status).toBe(200);
    });

    test.each(['//evil.example', 'evil.example', '', '..', 'docs', '%2f', 'a/b', 'a b', 'a\\b'])(
      'and nowhere else, whatever a name ends with: %j',
      async (name) => expect(await sentTo(basicOf(`ada@example.org@${name}`, password))).toBe('/default/graph'),
    );
  });

  test.each(['x-auth-token', 'domain_id', 'next'])('400: takes no %s, and repeats none', async (name) => {
    const answer = await callLoosely(anonymous, id, { query: { [name]: 'a-value' } });
    expect(faultyFields(answer)).toEqual([`query.${name}`]);
    expect(answer.text).not.toContain('a-value');
  });
}
