import { describe, expect, test } from '@jest/globals';
import { commonPasswords } from './common-passwords.ts';
import { assertNewPassword, passwordFault } from './password-rules.ts';

const ada = { name: 'Ada Lovelace', email: 'countess.byron@example.org' };
const codeOf = (password: string): string | undefined => passwordFault(password, ada)?.code;

describe('a new password', () => {
  test('has 10 to 500 characters, and no more bytes than a login takes', () => {
    expect(codeOf('kq7#nv2!x')).toBe('validation_error');
    expect(codeOf('kq7#nv2!xw')).toBeUndefined();
    expect(codeOf('😀'.repeat(9))).toBe('validation_error');
    expect(codeOf('😀'.repeat(10))).toBeUndefined();
    expect(codeOf('k'.repeat(500))).toBeUndefined();
    expect(codeOf('k'.repeat(501))).toBe('validation_error');
    expect(codeOf('😀'.repeat(256))).toBeUndefined();
    expect(codeOf('😀'.repeat(257))).toBe('unprocessable');
  });

  test('is counted in the form it is stored in', () => {
    expect(codeOf('e\u0301'.repeat(9))).toBe('validation_error');
  });

  test.each(['1234567890', 'QwertyUiop', 'password12', '!!Password2026!!', 'P@ssw0rd123', '0123456789'])(
    'is not one of the commonest, such as %s',
    (password) => expect(codeOf(password)).toBe('unprocessable'),
  );

  test.each(['LovelaceAda', 'countess-byron', 'ada.lovelace1815', 'spcispcispci', 'SPCI-password', 'Byron password!'])(
    'is not built from the account or the product, such as %s',
    (password) => expect(codeOf(password)).toBe('unprocessable'),
  );

  test.each(['correct horse battery staple', 'lovelace wrote the first program', 'spci tests every commit'])(
    'may be a phrase, such as %s',
    (password) => expect(codeOf(password)).toBeUndefined(),
  );
});

test('a fault names the field and its kind of failure', () => {
  expect(() => assertNewPassword('short', ada, 'body.password')).toThrow(
    expect.objectContaining({
      code: 'validation_error',
      details: { fields: { 'body.password': [expect.any(String)] } },
    }),
  );
  expect(() => assertNewPassword('1234567890', ada, 'body.admin_password')).toThrow(
    expect.objectContaining({
      code: 'unprocessable',
      details: { fields: { 'body.admin_password': [expect.any(String)] } },
    }),
  );
});

test('the list of common passwords is in the form that passwords are compared in', () => {
  expect(commonPasswords.size).toBeGreaterThanOrEqual(200);
  for (const password of commonPasswords) expect(password).toBe(password.toLowerCase().trim());
});
