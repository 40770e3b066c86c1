import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationError, settingsFrom } from './config.ts';
import { loadSealingKeys } from './server-keys.ts';

const bytes = (fill: number, length = 32): Buffer => Buffer.alloc(length, fill);
const entry = (kid: string, key: Buffer, encoding: 'base64' | 'base64url' = 'base64'): string =>
  `${kid}:${key.toString(encoding)}`;
const [one, two] = [entry('2026a', bytes(0xfb)), entry('2025b', bytes(2), 'base64url')];
const sealingKeys = (SPCI_SEALING_KEYS: string) => settingsFrom({ SPCI_SEALING_KEYS }).sealingKeys;

test('the first key is active, the others are known', () => {
  expect(sealingKeys(`${one}, ${two}`)).toEqual({
    active: { kid: '2026a', secret: bytes(0xfb) },
    all: [
      { kid: '2026a', secret: bytes(0xfb) },
      { kid: '2025b', secret: bytes(2) },
    ],
  });
  expect(settingsFrom({}).sealingKeys).toBeUndefined();
});

test.each([
  ['of 31 bytes', entry('k', bytes(7, 31))],
  ['of 33 bytes', entry('k', bytes(7, 33))],
  ['of 64 bytes', entry('k', bytes(7, 64))],
  ['that is no base64', `k:${'~'.repeat(43)}`],
  ['with something behind it', `${entry('k', bytes(7))}AAAA`],
  ['without a kid', bytes(7).toString('base64')],
  ['with an empty kid', entry('', bytes(7))],
  ['whose kid has a dot, which parts what is sealed', entry('a.b', bytes(7))],
  ['that is empty', 'k:'],
  ['after a comma that is not there', `${one},`],
  ['of the kid of another', `${one},${entry('2026a', bytes(7))}`],
  ['that is wrong beside one that is right', `${one},${entry('k', bytes(7, 33))}`],
])('a key %s is refused, and shown to nobody', (_, text) => {
  const refuse = (): unknown => sealingKeys(text);
  expect(refuse).toThrow(ConfigurationError);
  expect(refuse).toThrow(/^SPCI_SEALING_KEYS: kid:base64,… with keys of exactly 32 bytes, each kid once$/);
});

describe('without the setting', () => {
  let dataDirectory: string;
  beforeEach(async () => void (dataDirectory = await mkdtemp(join(tmpdir(), 'spci-keys-'))));
  afterEach(() => rm(dataDirectory, { recursive: true }));
  const load = () => loadSealingKeys({ sealingKeys: undefined, dataDirectory });

  test('a key is made in the state directory, for this user alone, and is there again', async () => {
    const made = await load();
    expect(made.active.secret).toHaveLength(32);
    const file = join(dataDirectory, 'sealing-keys');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await load()).toEqual(made);
    expect((await readFile(file, 'utf8')).trim()).toBe(entry(made.active.kid, made.active.secret));
  });

  test('one that others can read is refused', async () => {
    await load();
    await chmod(join(dataDirectory, 'sealing-keys'), 0o640);
    await expect(load()).rejects.toThrow(/^SPCI_SEALING_KEYS: .*chmod 600$/);
  });

  test('and with it, nothing is made', async () => {
    const given = sealingKeys(one);
    expect(await loadSealingKeys({ sealingKeys: given, dataDirectory })).toBe(given);
    await expect(stat(join(dataDirectory, 'sealing-keys'))).rejects.toThrow('ENOENT');
  });
});
