import { describe, expect, test } from '@jest/globals';
import { errorCatalogue, errorStatus } from '../../generated/operations.ts';
import { AppError, type ErrorCode } from '../errors.ts';
import { asAppError, failureAnswer } from './problem.ts';

const setting = { requestId: 'known', accept: undefined, publicUrl: 'https://spci.example.org' };
const codes = Object.keys(errorStatus) as ErrorCode[];

test.each(codes)('%s has its status and the one shape', (code) => {
  expect(failureAnswer(new AppError(code, 'Why.', { limit: 3 }), setting)).toMatchObject({
    status: errorStatus[code],
    body: { code, message: 'Why.', details: { limit: 3, request_id: 'known' } },
  });
});

test('a detail cannot take the place of the request id', () => {
  const forged = { limit: 3, request_id: 'forged' };
  const { body } = failureAnswer(new AppError('conflict', 'Why.', forged), setting);
  expect(body.details.request_id).toBe('known');
});

test('a message is at most as long as described', () => {
  expect(failureAnswer(new AppError('conflict', 'a'.repeat(600)), setting).body).toMatchObject({
    message: 'a'.repeat(500),
  });
});

describe('the challenge', () => {
  const challengeOf = (code: ErrorCode, details = {}) =>
    failureAnswer(new AppError(code, 'Why.', details), setting).headers['WWW-Authenticate'];

  test('names no error where nothing was sent', () => {
    expect(challengeOf('unauthorized', { reason: 'absent' })).toBe('Bearer realm="spci"');
  });

  test('says that a token was refused', () => {
    expect(challengeOf('unauthorized', { reason: 'invalid' })).toBe('Bearer realm="spci", error="invalid_token"');
  });

  test('names every scope that is missing', () => {
    expect(challengeOf('forbidden', { missing_scopes: ['runs:read', 'runs:write'] })).toBe(
      'Bearer realm="spci", error="insufficient_scope", scope="runs:read runs:write"',
    );
  });

  test('is on 401 and 403 only', () => {
    const challenged = codes.filter((code) => challengeOf(code) !== undefined);
    expect(challenged).toEqual(codes.filter((code) => [401, 403].includes(errorStatus[code])));
  });

  test('the reason is for the challenge and not for the body', () => {
    expect(failureAnswer(new AppError('unauthorized', 'Why.', { reason: 'absent' }), setting).body.details).toEqual({
      request_id: 'known',
    });
  });
});

test.each(codes.filter((code) => [429, 503].includes(errorStatus[code])))('%s says when to come back', (code) => {
  expect(failureAnswer(new AppError(code, 'Why.', { retry_after: 9 }), setting).headers).toMatchObject({
    'Retry-After': '9',
  });
  expect(failureAnswer(new AppError(code, 'Why.'), setting).headers).toMatchObject({ 'Retry-After': '1' });
});

describe('a problem', () => {
  const told = (accept: string) =>
    failureAnswer(new AppError('conflict', 'Why.', { limit: 3 }), { ...setting, accept });

  test('says the same as the error, with the address of its reference entry', () => {
    const { status, headers, body } = told('application/problem+json');
    const type = 'https://spci.example.org/api/v1/problems/conflict';
    expect([status, headers]).toMatchObject([409, { 'Content-Type': 'application/problem+json', Vary: 'Accept' }]);
    expect(body).toEqual({
      type,
      title: errorCatalogue.conflict.title,
      status: 409,
      detail: 'Why.',
      instance: `${type}#known`,
      code: 'conflict',
      details: { limit: 3, request_id: 'known' },
    });
  });

  test.each([
    'application/problem+json',
    'Application/Problem+JSON',
    'application/problem+json; q=0.1',
    'application/problem+json, application/json;q=0.9',
    'application/json;q=0.9, application/problem+json',
    'application/problem+json, */*;q=0.1',
    'application/problem+json;q=0.5, application/*;q=0.4, */*',
    'text/html, application/problem+json;q=0.001',
    'application/json;q=0, */*',
  ])('is wanted by %s', (accept) => expect(told(accept).body).toHaveProperty('type'));

  test.each([
    '',
    '*/*',
    'application/*',
    'application/json',
    'application/json, application/problem+json',
    'application/problem+json, application/json',
    'application/problem+json;q=0.9, application/json',
    'application/problem+json;q=0.5, */*',
    'application/problem+json;q=0',
    'application/problem+json;q=2',
    'application/problem+json; profile=a',
    'application/problem+xml',
    'text/html',
    'problem+json',
  ])('is not wanted by %p', (accept) => expect(told(accept).body).toHaveProperty('message'));
});

describe('what is thrown', () => {
  test('an AppError is told as it is', () => {
    const error = new AppError('conflict', 'Why.');
    expect(asAppError(error)).toBe(error);
  });

  test.each([new Error('secret'), 'secret', undefined, null, { message: 'secret' }])(
    '%p is told as internal_error and kept as the cause',
    (thrown) => {
      const error = asAppError(thrown);
      expect(error.code).toBe('internal_error');
      expect(error.cause).toBe(thrown);
      expect(JSON.stringify(failureAnswer(error, setting))).not.toContain('secret');
    },
  );

  test('a database that is away is told as unavailable', () => {
    const away = Object.assign(new Error('connect ECONNREFUSED 10.0.0.1:5432'), { code: 'ECONNREFUSED' });
    const { status, body } = failureAnswer(asAppError(away), setting);
    expect([status, JSON.stringify(body).includes('10.0.0.1')]).toEqual([503, false]);
  });
});
