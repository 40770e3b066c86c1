import { expect, test } from '@jest/globals';
import argon2 from 'argon2';
import { argon2Work, hashPassword, isBelowPolicy, verifyPassword } from './passwords.ts';

const policy = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/;

test('a password is stored as argon2id with the parameters of the policy', async () => {
  await expect(hashPassword('a long secret')).resolves.toMatch(policy);
});

test('only the same password fits its hash, to the last character', async () => {
  const hash = await hashPassword(`${'x'.repeat(79)}a`);
  await expect(verifyPassword(hash, `${'x'.repeat(79)}a`)).resolves.toBe(true);
  await expect(verifyPassword(hash, `${'x'.repeat(79)}b`)).resolves.toBe(false);
});

test('a letter typed as one code point and as two is the same letter', async () => {
  const hash = await hashPassword('caf\u00e9 au lait');
  await expect(verifyPassword(hash, 'cafe\u0301 au lait')).resolves.toBe(true);
});

test('an account that cannot log in costs one argon2 run and fits no password', async () => {
  const before = argon2Work.started;
  await expect(verifyPassword(undefined, '')).resolves.toBe(false);
  expect(argon2Work.started).toBe(before + 1);
});

test('a hash of another algorithm or of cheaper parameters is below policy', async () => {
  const current = await hashPassword('a long secret');
  expect(isBelowPolicy(current)).toBe(false);
  expect(isBelowPolicy(current.replace('m=19456,t=2', 'm=20000,t=3'))).toBe(false);
  expect(isBelowPolicy(current.replace('m=19456', 'm=19455'))).toBe(true);
  expect(isBelowPolicy(current.replace('t=2', 't=1'))).toBe(true);
  expect(isBelowPolicy(current.replace('argon2id', 'argon2i'))).toBe(true);
});

test('a hash in the order of parameters that other programs write fits its password', async () => {
  const hash = await argon2.hash('a long secret', { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  await expect(verifyPassword(hash, 'a long secret')).resolves.toBe(true);
});
