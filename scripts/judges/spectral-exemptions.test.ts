import { expect, test } from '@jest/globals';
import { unusedExemptions, type SpectralRuleset } from './spectral-exemptions.ts';

const ruleset: SpectralRuleset = {
  rules: { 'no-numeric-ids': 'off' },
  overrides: [{ files: ['../../openapi.yaml#/paths/~1livez'], rules: { 'rate-limit': 'off' } }],
};
const numeric = { code: 'no-numeric-ids', message: 'Use random ids.', path: ['components', 'parameters', 'RunId'] };
const unlimited = { code: 'rate-limit', message: 'Limit it.', path: ['paths', '/livez', 'get', 'responses'] };

test('an exemption is used while a finding needs it', () => {
  expect(unusedExemptions(ruleset, [numeric, unlimited])).toEqual([]);
});

test('a rule that is off and would find nothing is told', () => {
  expect(unusedExemptions(ruleset, [unlimited])).toEqual(['no-numeric-ids']);
});

test('a rule that is off at a place and would find nothing there is told', () => {
  const elsewhere = { ...unlimited, path: ['paths', '/readyz', 'get', 'responses'] };
  expect(unusedExemptions(ruleset, [numeric, elsewhere])).toEqual(['rate-limit at ../../openapi.yaml#/paths/~1livez']);
});
