export interface Span {
  readonly start_time: string;
  readonly end_time: string;
}

/** `duration` is the reference's form of `duration_ms`. */
export interface ProfiledPart extends Span {
  readonly name: string;
  readonly duration: string;
  readonly duration_ms: number;
}

export interface Profiling extends Span {
  readonly total: string;
  readonly total_ms: number;
  readonly breakdown: readonly ProfiledPart[];
}

export interface Profiler {
  measure<Result>(name: string, work: () => Promise<Result>): Promise<Result>;
  profiling(): Profiling;
}

const inSeconds = (ms: number): string => `${(ms / 1000).toFixed(2)} seconds`;
const at = (moment: number): string => new Date(moment).toISOString();
const spanOf = (from: number, to: number): Span => ({ start_time: at(from), end_time: at(to) });

interface Measured {
  startedAt: number;
  endedAt: number;
  ms: number;
}

/** What is measured several times under one name is one part. */
export function createProfiler(now: () => number = Date.now): Profiler {
  const startedAt = now();
  const parts = new Map<string, Measured>();
  return {
    measure: async (name, work) => {
      const from = now();
      const part = parts.get(name) ?? { startedAt: from, endedAt: from, ms: 0 };
      parts.set(name, part);
      try {
        return await work();
      } finally {
        part.endedAt = now();
        part.ms += part.endedAt - from;
      }
    },
    profiling: () => {
      const endedAt = now();
      const breakdown = [...parts].map(([name, part]) => ({
        name,
        duration: inSeconds(part.ms),
        duration_ms: part.ms,
        ...spanOf(part.startedAt, part.endedAt),
      }));
      const ms = endedAt - startedAt;
      return { total: inSeconds(ms), total_ms: ms, ...spanOf(startedAt, endedAt), breakdown };
    },
  };
}
