import { expect, test } from '@jest/globals';
import { namesEntity } from './entity-tags.ts';

const etag = '"0a"';

test.each(['"0a"', 'W/"0a"', '"1b", "0a"', '"1b",W/"0a"', '*'])('%s names it', (header) =>
  expect(namesEntity(header, etag)).toBe(true),
);

test.each([undefined, '', '"1b"', '0a', '"0A"', '"0a'])('%s names another', (header) =>
  expect(namesEntity(header, etag)).toBe(false),
);
