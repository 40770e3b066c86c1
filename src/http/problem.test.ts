import { describe, expect, test } from '@jest/globals';
import { errorStatus } from '../../generated/operations.ts';
import { AppError, type ErrorCode } from '../errors.ts';
import { asAppError, problemOf } from './problem.ts';

const codes = Object.keys(errorStatus) as ErrorCode[];

test.each(codes)('%s has its status and the one shape', (code) => {
  expect(problemOf(new AppError(code, 'Why.', { limit: 3 }), 'known')).toMatchObject({
    status: errorStatus[code],
    body: { code, message: 'Why.', details: { limit: 3, request_id: 'known' } },
  });
});

test('a detail cannot take the place of the request id', () => {
  const { body } = problemOf(new AppError('conflict', 'Why.', { request_id: 'forged' }), 'known');
  expect(body.details.request_id).toBe('known');
});

test('a message is at most as long as described', () => {
  expect(problemOf(new AppError('conflict', 'a'.repeat(600)), 'known').body.message).toHaveLength(500);
});

describe('the challenge', () => {
  const challengeOf = (code: ErrorCode, details = {}) =>
    problemOf(new AppError(code, 'Why.', details), 'known').headers['WWW-Authenticate'];

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
    expect(problemOf(new AppError('unauthorized', 'Why.', { reason: 'absent' }), 'known').body.details).toEqual({
      request_id: 'known',
    });
  });
});

test.each(codes.filter((code) => [429, 503].includes(errorStatus[code])))('%s says when to come back', (code) => {
  expect(problemOf(new AppError(code, 'Why.', { retry_after: 9 }), 'known').headers).toEqual({ 'Retry-After': '9' });
  expect(problemOf(new AppError(code, 'Why.'), 'known').headers).toEqual({ 'Retry-After': '1' });
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
      expect(JSON.stringify(problemOf(error, 'known'))).not.toContain('secret');
    },
  );

  test('a database that is away is told as unavailable', () => {
    const away = Object.assign(new Error('connect ECONNREFUSED 10.0.0.1:5432'), { code: 'ECONNREFUSED' });
    const { status, body } = problemOf(asAppError(away), 'known');
    expect([status, JSON.stringify(body).includes('10.0.0.1')]).toEqual([503, false]);
  });
});
