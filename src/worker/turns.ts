export type InTurn = <T>(key: string, task: () => Promise<T>) => Promise<T>;

/** Runs tasks with the same key one after another, in the order asked; a task that failed does not stop the next. */
export function createTurns(): InTurn {
  const lastOf = new Map<string, Promise<void>>();

  return function inTurn<T>(key: string, task: () => Promise<T>): Promise<T> {
    const run = (lastOf.get(key) ?? Promise.resolve()).then(task);
    const settled = run.then(
      () => undefined,
      () => undefined,
    );
    lastOf.set(key, settled);
    void settled.then(() => {
      if (lastOf.get(key) === settled) lastOf.delete(key);
    });
    return run;
  };
}
