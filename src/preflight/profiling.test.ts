import { expect, test } from '@jest/globals';
import { createProfiler } from './profiling.ts';

test('what is measured in pieces is one part: from its first moment to its last, with the time of the pieces', async () => {
  let clock = Date.parse('2026-01-01T00:00:00Z');
  const profiler = createProfiler(() => clock);
  const takes = (ms: number) => (): Promise<void> => {
    clock += ms;
    return Promise.resolve();
  };
  await profiler.measure('dom', takes(1_250));
  await profiler.measure('links', takes(3_000));
  await profiler.measure('dom', takes(750));
  const links = { name: 'links', duration: '3.00 seconds', duration_ms: 3_000 };
  expect(profiler.profiling()).toEqual({
    total: '5.00 seconds',
    total_ms: 5_000,
    start_time: '2026-01-01T00:00:00.000Z',
    end_time: '2026-01-01T00:00:05.000Z',
    breakdown: [
      {
        name: 'dom',
        duration: '2.00 seconds',
        duration_ms: 2_000,
        start_time: '2026-01-01T00:00:00.000Z',
        end_time: '2026-01-01T00:00:05.000Z',
      },
      { ...links, start_time: '2026-01-01T00:00:01.250Z', end_time: '2026-01-01T00:00:04.250Z' },
    ],
  });
});
