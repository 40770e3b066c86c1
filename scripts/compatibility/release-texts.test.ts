import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { releasesFile } from './releases.ts';
import { withDate, withRelease } from './release-texts.ts';

test('a release is added below those that are there, which stay as they are', () => {
  const text = readFileSync(releasesFile, 'utf8');
  const entry = { version: '9.0.0', released_on: '2030-01-31', sha256: '0'.repeat(64), supported_until: null };
  const longer = withRelease(text, entry);
  expect(longer.startsWith(text)).toBe(true);
  expect(parse(longer)).toEqual([...parse(text), entry]);
});

describe('the heading of the changelog', () => {
  const changelog = '# Changelog\n\n## 0.2.0 (unreleased)\n\nNew.\n\n## 0.1.0 (2026-11-22)\n';

  test('gets the day of the release', () => {
    expect(withDate(changelog, '0.2.0', '2026-12-01')).toBe(changelog.replace('unreleased', '2026-12-01'));
  });

  test('has to be there, so that no version is released untold', () => {
    expect(() => withDate(changelog, '0.3.0', '2026-12-01')).toThrow('0.3.0 (unreleased)');
    expect(() => withDate(changelog, '0.1.0', '2026-12-01')).toThrow('0.1.0 (unreleased)');
  });
});
