interface Turn {
  running: Promise<unknown>;
  /** Not begun: whoever asks now may still join. */
  next: Promise<unknown> | undefined;
}

const turnsOf = new WeakMap<object, Map<string, Turn>>();

/**
 * Reads once for all who ask the same at a time. One read is under way, and who comes meanwhile shares the one after it:
 * nobody is given what was read before they asked.
 */
export function sharedRead<Result>(db: object, question: unknown, read: () => Promise<Result>): Promise<Result> {
  const turns = turnsOf.get(db) ?? new Map<string, Turn>();
  turnsOf.set(db, turns);
  const key = JSON.stringify(question);
  const turn = turns.get(key);
  if (turn?.next !== undefined) return turn.next as Promise<Result>;
  const before = turn?.running.catch(() => undefined);
  const begun: Turn = turn ?? { running: Promise.resolve(), next: undefined };
  const start = async (): Promise<Result> => {
    begun.running = answer;
    begun.next = undefined;
    try {
      return await read();
    } finally {
      if (begun.next === undefined) turns.delete(key);
    }
  };
  const answer: Promise<Result> = (before ?? Promise.resolve()).then(start);
  begun.next = answer;
  turns.set(key, begun);
  return answer;
}
