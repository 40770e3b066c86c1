import { describe, expect, test } from '@jest/globals';
import { operations } from '../../generated/operations.ts';
import type { OperationId } from './client.ts';
import { refusalOf, type LooseInput } from './refusals.ts';
import type { World } from './world.ts';

/** The promises of every operation whose body is JSON, about bodies that it cannot read. */
export function describeJsonBody(world: () => World, id: OperationId, input: LooseInput = {}): void {
  const refused = (raw: string, headers: Record<string, string> = {}) =>
    refusalOf(world().admin, id, { ...input, raw, headers });

  describe('a body that cannot be read', () => {
    test.each(['{"name":', 'nonsense', '{"a":1}{'])('%j is no JSON', async (raw) => {
      expect(await refused(raw)).toMatchObject({ status: 400, code: 'invalid_json' });
    });

    test.each(['null', '[]', '"text"'])('%s is no object, which is said of the body', async (raw) => {
      const { status, code, details } = await refused(raw);
      expect({ status, code }).toEqual({ status: 400, code: 'validation_error' });
      expect(Object.keys(details['fields'] as object)).toEqual(['body']);
    });

    test('one larger than the operation takes is refused with the limit', async () => {
      const { bodyBytesMax } = operations[id];
      const { status, code, details } = await refused(`{"name":"${'a'.repeat(bodyBytesMax)}"}`);
      expect({ status, code }).toEqual({ status: 413, code: 'payload_too_large' });
      expect(details).toMatchObject({ bytes_max: bodyBytesMax });
    });

    test('another type is refused with the one that is taken', async () => {
      const { status, code, details } = await refused('name=a', {
        'Content-Type': 'application/x-www-form-urlencoded',
      });
      expect({ status, code }).toEqual({ status: 415, code: 'unsupported_media_type' });
      expect(details).toMatchObject({ available: ['application/json'] });
    });
  });
}
