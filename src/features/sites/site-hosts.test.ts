import { describe, expect, test } from '@jest/globals';
import { belongsTo, knownHostsOf, siteHostOf, type SiteAddresses } from './site-hosts.ts';

describe('the host that identifies a site', () => {
  test.each<[string, string | undefined]>([
    ['https://www.example.org/roses?x#y', 'www.example.org'],
    ['HTTPS://WWW.Example.ORG/', 'www.example.org'],
    ['https://www.example.org:8443/', 'www.example.org'],
    ['https://www.example.org./', 'www.example.org'],
    ['https://www.example.org../', undefined],
    ['https://.example.org/', undefined],
    ['https://münchen.example/', 'xn--mnchen-3ya.example'],
    ['https://xn--mnchen-3ya.example/', 'xn--mnchen-3ya.example'],
    ['https://[2001:db8::1]/', '[2001:db8::1]'],
    ['https://name@www.example.org/', undefined],
    ['https://:secret@www.example.org/', undefined],
    ['ftp://www.example.org/', undefined],
    ['http://www.example.org/', undefined],
    ['http://localhost:3000/', 'localhost'],
    ['http://127.0.0.1:3000/', '127.0.0.1'],
    ['http://[::1]:3000/', '[::1]'],
    ['http://127.0.0.1.example.org/', undefined],
    ['https://main--garden--owner.aem.page/', 'garden--owner.aem.page'],
    ['https://MAIN--Garden--Owner.AEM.Page.:443/', 'garden--owner.aem.page'],
    ['https://feature-1--garden--owner.aem.live/', 'garden--owner.aem.live'],
    ['https://main--garden--owner.hlx.page/', 'garden--owner.hlx.page'],
    ['https://garden--owner.hlx.live/', 'garden--owner.hlx.live'],
    ['http://main--garden--owner.aem.page/', undefined],
    ['https://garden.aem.page/', undefined],
    ['https://aem.page/', undefined],
    ['https://--garden--owner.aem.page/', undefined],
    ['https://main----owner.aem.page/', undefined],
    ['https://main--garden--.aem.page/', undefined],
    ['https://a--main--garden--owner.aem.page/', undefined],
    ['https://www.main--garden--owner.aem.page/', undefined],
    ['https://main--garden--owner.aem.page.example.org/', 'main--garden--owner.aem.page.example.org'],
    ['https://main--garden--owner.notaem.page/', 'main--garden--owner.notaem.page'],
  ])('%s: %s', (url, host) => {
    expect(siteHostOf(new URL(url))).toBe(host);
  });
});

const site: SiteAddresses = {
  base_url: 'https://www.example.org/garden',
  author_url: null,
  preview_hosts: [],
  authoring_type: null,
  external_owner_id: null,
  external_site_id: null,
};
const external = { external_owner_id: 'p12', external_site_id: 'e345' };
const previews = ['e345--p12.aem.page', 'e345--p12.aem.live', 'e345--p12.hlx.page', 'e345--p12.hlx.live'];

describe('the hosts of a site', () => {
  test.each<[string, Partial<SiteAddresses>, readonly string[]]>([
    ['of its base address alone', {}, []],
    ['of its authors', { author_url: 'https://author.example.org/x' }, ['author.example.org']],
    [
      'further ones',
      { preview_hosts: ['a.example', 'main--garden--owner.aem.page'] },
      ['a.example', 'garden--owner.aem.page'],
    ],
    ['each once', { author_url: 'https://www.example.org', preview_hosts: ['www.example.org'] }, []],
    ['of its previews', { ...external, authoring_type: 'documentauthoring' }, previews],
    ['of its previews, of no authoring type', external, previews],
    ['of an author', { ...external, authoring_type: 'cs' }, ['author-p12-e345.adobeaemcloud.com']],
    [
      'of an author beside previews',
      { ...external, authoring_type: 'cs/crosswalk' },
      ['author-p12-e345.adobeaemcloud.com'],
    ],
    [
      'of no author by other ids',
      { ...external, external_owner_id: 'owner', authoring_type: 'cs' },
      previews.map((host) => host.replace('p12', 'owner')),
    ],
    ['of no author of ams', { ...external, authoring_type: 'ams' }, previews],
  ])('%s', (_, more, hosts) => {
    expect([...knownHostsOf({ ...site, ...more })]).toEqual(['www.example.org', ...hosts]);
  });
});

describe('what belongs to a site', () => {
  const garden: SiteAddresses = {
    ...{ ...site, author_url: 'https://author.example.org', authoring_type: 'documentauthoring' },
    ...{ external_owner_id: 'owner', external_site_id: 'garden' },
  };
  test.each<[string, boolean]>([
    ['https://www.example.org/elsewhere', true],
    ['https://www.example.org:8443/', true],
    ['https://author.example.org/', true],
    ['https://any-ref--garden--owner.aem.page/', true],
    ['https://garden--owner.aem.live/', true],
    ['https://example.org/', false],
    ['https://www.example.org.evil.example/', false],
    ['https://evil.example/www.example.org', false],
    ['https://www.example.org@evil.example/', false],
    ['http://www.example.org/', false],
    ['http://main--garden--owner.aem.page/', false],
    ['https://main--garden--other.aem.page/', false],
    ['https://main--other--owner.aem.page/', false],
    ['https://garden--owner.aem.page.evil.example/', false],
  ])('%s: %s', (url, belongs) => {
    expect(belongsTo(garden, new URL(url))).toBe(belongs);
  });

  test('an author host elsewhere is not that of a program', () => {
    const cloud: SiteAddresses = { ...site, ...external, authoring_type: 'cs' };
    const asked = (host: string): boolean => belongsTo(cloud, new URL(`https://${host}/page.html`));
    expect(asked('author-p12-e345.adobeaemcloud.com')).toBe(true);
    for (const host of [
      'author-p12-e345.evil.example',
      'author-p12-e3456.adobeaemcloud.com',
      'publish-p12-e345.adobeaemcloud.com',
    ])
      expect([host, asked(host)]).toEqual([host, false]);
  });
});
