import { spawn, type ChildProcess } from 'node:child_process';
import type { FileHandle } from 'node:fs/promises';
import type { MediaProbe, ProbeOutcome } from './media-probe.ts';

/** Absolute paths. */
export interface ProbePrograms {
  readonly program: string;
  readonly prlimit: string;
  readonly setpriv: string;
}

export interface ProbeLimits {
  readonly timeoutMs: number;
  readonly cpuSeconds: number;
  readonly addressSpaceBytes: number;
  readonly outputBytes: number;
}

export const probeLimits: ProbeLimits = {
  timeoutMs: 30_000,
  cpuSeconds: 20,
  addressSpaceBytes: 1024 ** 3,
  outputBytes: 262_144,
};

/**
 * What holds media itself. Others, such as playlists, name further files and addresses, which would be opened by
 * whoever looks into them; and no protocol but that of the file is there.
 */
const containers = [
  ...['aac', 'ac3', 'aiff', 'ass', 'asf', 'avi', 'dv', 'eac3', 'flac', 'flv', 'gxf', 'h264', 'hevc', 'ivf', 'm4v'],
  ...['matroska', 'mov', 'mp3', 'mpeg', 'mpegts', 'mpegvideo', 'mxf', 'nut', 'ogg', 'rm', 'scc', 'srt', 'wav'],
  ...['webvtt', 'wtv'],
];

const words = [
  ...['-v', 'quiet', '-protocol_whitelist', 'file', '-format_whitelist', containers.join()],
  ...['-print_format', 'json', '-show_format', '-show_streams', 'file:/dev/fd/0'],
];

/**
 * The kernel bounds what the program takes, and ends it when the server dies. It has no environment, writes no file,
 * and is given the file as an open descriptor: no name of it or of a directory is told.
 */
export function ffprobe(programs: ProbePrograms, limits: ProbeLimits = probeLimits): MediaProbe {
  return {
    ask: async (file, signal) => {
      signal.throwIfAborted();
      return outcomeOf(start(programs, limits, file), limits, signal);
    },
  };
}

function start({ program, prlimit, setpriv }: ProbePrograms, limits: ProbeLimits, file: FileHandle): ChildProcess {
  const bounds = [
    `--cpu=${limits.cpuSeconds}:${limits.cpuSeconds + 1}`,
    `--as=${limits.addressSpaceBytes}`,
    ...['--fsize=0', '--nofile=32', '--core=0'],
  ];
  const unprivileged = ['--pdeathsig', 'SIGKILL', '--no-new-privs', '--', prlimit, ...bounds, '--', program, ...words];
  return spawn(setpriv, unprivileged, {
    cwd: '/',
    env: {},
    detached: true,
    stdio: [file.fd, 'pipe', 'ignore'],
  });
}

function outcomeOf(child: ChildProcess, limits: ProbeLimits, signal: AbortSignal): Promise<ProbeOutcome> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let cutFor: string | undefined;
    const cut = (why: string): void => {
      cutFor ??= why;
      endGroup(child);
    };
    const deadline = setTimeout(() => cut('time'), limits.timeoutMs);
    const abort = (): void => cut('stop');
    signal.addEventListener('abort', abort);
    child.stdout?.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      if (chunks.reduce((total, { length }) => total + length, 0) > limits.outputBytes) cut('output');
    });
    const settle = (): void => {
      clearTimeout(deadline);
      signal.removeEventListener('abort', abort);
      // What it started, should it have started anything.
      endGroup(child);
    };
    child.once('error', (failure) => {
      settle();
      reject(failure);
    });
    child.once('close', (code, killedBy) => {
      settle();
      if (cutFor === 'stop') reject(signal.reason as Error);
      else resolve(judged({ code, killedBy, cutFor, said: Buffer.concat(chunks) }));
    });
  });
}

interface Ended {
  readonly code: number | null;
  readonly killedBy: NodeJS.Signals | null;
  readonly cutFor: string | undefined;
  readonly said: Buffer;
}

function judged({ code, killedBy, cutFor, said }: Ended): ProbeOutcome {
  if (cutFor === 'output') return { kind: 'unreadable', why: 'it said too much' };
  if (cutFor === 'time') return { kind: 'cut', why: 'it took too long' };
  if (killedBy !== null) return { kind: 'cut', why: `ended by ${killedBy}` };
  return code === 0 ? { kind: 'told', said } : { kind: 'unreadable', why: `exit ${code}` };
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // ESRCH: nothing of it is left.
  }
}
