import { describe, expect, test } from '@jest/globals';
import { selectRegion } from './region.ts';

const configured = { globalRegion: {} };

function selected(
  query: string,
  header?: string | readonly string[],
  settings: { globalRegion?: object } = configured,
) {
  const values = header === undefined ? undefined : typeof header === 'string' ? [header] : header;
  const headers = values === undefined ? {} : { 'x-global-region': values };
  return selectRegion(new URLSearchParams(query), headers, { globalRegion: settings.globalRegion });
}

const faultsOf = (select: () => unknown): unknown => {
  try {
    return select();
  } catch (failure) {
    const { code, details } = failure as { code: string; details: { fields?: object } };
    return [code, ...Object.keys(details.fields ?? {})];
  }
};

test.each(['true', '1', 'yes', 'on', 'TRUE', ' Yes ', 'oN'])('%j is the global region, wherever it stands', (word) => {
  expect(selected(new URLSearchParams({ global: word }).toString())).toBe('global');
  expect(selected('', word)).toBe('global');
});

test.each(['false', '0', 'no', 'off', 'FALSE', ' off ', '', '  '])('%j is this installation', (word) => {
  expect(selected(new URLSearchParams({ global: word }).toString())).toBe('regional');
  expect(selected('', word)).toBe('regional');
});

test('nothing said is this installation', () => {
  expect(selected('other=true')).toBe('regional');
});

test('the query decides before the header, unless it is empty', () => {
  expect(selected('global=false', 'true')).toBe('regional');
  expect(selected('global=true', 'false')).toBe('global');
  expect(selected('global=', 'true')).toBe('global');
});

describe('refused, by the name of the field', () => {
  test.each([
    ['global=maybe', undefined, 'query.global'],
    ['global=2', 'true', 'query.global'],
    ['global=true&global=true', undefined, 'query.global'],
    ['global=&global=true', undefined, 'query.global'],
    ['', 'maybe', 'headers.x-global-region'],
    ['', 'true, true', 'headers.x-global-region'],
    ['', ['true', 'true'], 'headers.x-global-region'],
    ['global=false', 'maybe', 'headers.x-global-region'],
  ])('%j %j', (query, header, field) => {
    expect(faultsOf(() => selected(query, header))).toEqual(['validation_error', field]);
  });
});

test('asked for where none is configured it is unavailable, and not asked for it is not missed', () => {
  expect(faultsOf(() => selected('global=true', undefined, {}))).toEqual(['unavailable']);
  expect(selected('global=false', 'true', {})).toBe('regional');
});
