import type { components } from '../../../generated/api.ts';
import type { Effects } from './event-effects.ts';

type Receipt = components['schemas']['GithubEventReceipt'];

const counted = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : many}.`];

/** Undefined effects are those of a delivery that was taken before. */
export function receiptView(effects: Effects | undefined): Receipt {
  if (effects === undefined)
    return {
      outcome: 'repeated',
      message: 'This delivery was taken before.',
      run_ids: [],
      canceled_run_ids: [],
      awaited_builds: 0,
    };
  const { runIds, canceledRunIds, awaited, forgotten, notes } = effects;
  const done = [
    ...counted(runIds.length, 'run is queued', 'runs are queued'),
    ...counted(awaited, 'run waits for its build', 'runs wait for their builds'),
    ...counted(canceledRunIds.length, 'run is canceled', 'runs are canceled'),
    ...counted(forgotten, 'run is not awaited any more', 'runs are not awaited any more'),
  ];
  const message = [...done, ...notes].join(' ');
  return {
    outcome: done.length > 0 || effects.recorded ? 'accepted' : 'ignored',
    message: message === '' ? 'Nothing was waiting.' : message.slice(0, 500),
    run_ids: runIds,
    canceled_run_ids: canceledRunIds,
    awaited_builds: awaited,
  };
}
