import { describe, expect, test } from '@jest/globals';
import { operations } from '../../generated/operations.ts';
import type { Client, OperationId } from './client.ts';
import { callLoosely, type LooseInput } from './loose-call.ts';
import { failureOf, faultyFields } from './refusals.ts';
import type { World } from './world.ts';

/** The promises of every operation whose body is JSON, about bodies that it cannot read; administrators send them. */
export function describeJsonBody(
  world: () => World,
  id: OperationId,
  input: LooseInput = {},
  by: () => Client = () => world().admin,
): void {
  const send = (raw: string, headers: Record<string, string> = {}) => callLoosely(by(), id, { ...input, raw, headers });

  describe('a body that cannot be read', () => {
    test.each(['{"name":', 'nonsense', '{"a":1}{'])('%j is no JSON', async (raw) => {
      expect(failureOf(await send(raw), 400).code).toBe('invalid_json');
    });

    test.each(['null', '[]', '"text"'])('%s is no object, which is said of the body', async (raw) => {
      expect(faultyFields(await send(raw))).toEqual(['body']);
    });

    test('one larger than the operation takes is refused with the limit', async () => {
      const { bodyBytesMax } = operations[id];
      const { code, details } = failureOf(await send(`{"name":"${'a'.repeat(bodyBytesMax)}"}`), 413);
      expect({ code, details }).toMatchObject({ code: 'payload_too_large', details: { bytes_max: bodyBytesMax } });
    });

    test('another type is refused with the one that is taken', async () => {
      const answer = await send('name=a', { 'Content-Type': 'application/x-www-form-urlencoded' });
      const { code, details } = failureOf(answer, 415);
      expect({ code, details }).toMatchObject({
        code: 'unsupported_media_type',
        details: { available: ['application/json'] },
      });
    });
  });
}
