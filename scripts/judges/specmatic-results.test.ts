import { expect, test } from '@jest/globals';
import { judgeTests, readTests, type SpecmaticTest } from './specmatic-results.ts';

const place = 'Contract Tests &gt; Support &gt; contractTest() &gt;';
const passed = `<testcase classname="Support" name="${place} +ve  Scenario: GET /api/v1/runs/(run_id:number) -&gt; 200" time="0.1">`;
const failed =
  `<testcase classname="Support" name="${place} -ve  Scenario: POST /api/v1/tags -&gt; 4xx where a &gt; b">` +
  '<failure message="&gt;&gt; RESPONSE.STATUS&#10;Expected 4xx status, but received 201" type="x"></failure>';
const broken =
  `<testcase classname="Support" name="${place} Scenario: GET /livez -&gt; 200">` +
  '<failure message="&gt;&gt; RESPONSE.BODY.status&#10;Specification expected string" type="x"></failure>';

test('a test of the report is told by its operation, the status that was wanted and what came instead', () => {
  const [first, second, third] = readTests(`<testsuite>${passed}</testcase>${failed}</testcase>${broken}</testcase>`);
  expect(first).toMatchObject({ operation: 'getRun', wanted: '200', failure: undefined, answered: undefined });
  expect(second).toMatchObject({ operation: 'createTag', wanted: '4xx', answered: '201' });
  expect(second?.name).toBe('-ve  Scenario: POST /api/v1/tags -> 4xx where a > b');
  expect(third).toMatchObject({ operation: 'getLiveness', answered: 'body' });
});

test('what names no operation is not taken for a test of one', () => {
  expect(readTests('<testcase name="Specmatic Test Suite"><failure message="No tests found"/>')).toEqual([undefined]);
});

const good: SpecmaticTest = { name: '', operation: 'getRun', wanted: '200', failure: undefined, answered: undefined };
const red: SpecmaticTest = { ...good, failure: 'no', answered: '422' };
const exception = { operation: 'getRun', wanted: '200', answered: '422', reason: 'it may', since: '2026-11-25' };

test('a failure is excepted only where operation, wanted status and answer are those of an exception', () => {
  expect(judgeTests([good, red], [exception], ['getRun'])).toMatchObject({ failed: [], excepted: [red], unused: [] });
  const other = { ...red, answered: '500' };
  expect(judgeTests([good, other], [exception], ['getRun'])).toMatchObject({ failed: [other], unused: [exception] });
});

test('an operation of which no success was seen is told', () => {
  const refused = { ...good, wanted: '4xx' };
  expect(judgeTests([refused], [], ['getRun']).unseen).toEqual(['getRun']);
  expect(judgeTests([good], [], ['getRun']).unseen).toEqual([]);
});
