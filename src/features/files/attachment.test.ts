import { expect, test } from '@jest/globals';
import { attachment } from './attachment.ts';

test('a plain name is given twice, as it is', () => {
  expect(attachment('pop-on.m2ts')).toBe(`attachment; filename="pop-on.m2ts"; filename*=UTF-8''pop-on.m2ts`);
});

test('a name beyond ASCII is exact where it is extended and legible where it is not', () => {
  expect(attachment('né 🎬.ts')).toBe(`attachment; filename="n_ _.ts"; filename*=UTF-8''n%C3%A9%20%F0%9F%8E%AC.ts`);
});

test('a name cannot end its quotes, add a parameter or be read as percent-encoded', () => {
  expect(attachment(`a"; filename=b%41\\'(*)`)).toBe(
    `attachment; filename="a_; filename=b_41_'(*)"; filename*=UTF-8''a%22%3B%20filename%3Db%2541%5C%27%28%2A%29`,
  );
});

test('a name cannot add a header', () => {
  expect(attachment('a\r\nSet-Cookie: b')).not.toMatch(/[\r\n]/);
});
