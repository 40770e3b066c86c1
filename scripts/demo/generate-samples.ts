import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { popOnBytePairs, type CueList } from './cea608.ts';
import { withCaptions } from './h264-captions.ts';
import { muxTransportStream } from './mpeg-ts.ts';

export const framesPerSecond = 30;
const samplesDirectory = join(import.meta.dirname, 'samples');
export const generatedSamples = ['pop-on', 'row-out-of-bounds'] as const;

export class FfmpegMissing extends Error {
  constructor() {
    super('ffmpeg is not installed');
    this.name = 'FfmpegMissing';
  }
}

function testPattern(frameCount: number): Buffer {
  const { error, status, stdout, stderr } = spawnSync(
    'ffmpeg',
    [
      ...['-nostdin', '-hide_banner', '-loglevel', 'error', '-sws_flags', 'accurate_rnd+bitexact'],
      ...['-f', 'lavfi', '-i', `testsrc=size=64x48:rate=${framesPerSecond}`, '-frames:v', String(frameCount)],
      ...['-c:v', 'libx264', '-preset', 'ultrafast', '-qp', '40', '-pix_fmt', 'yuv420p', '-g', String(framesPerSecond)],
      ...['-x264-params', 'aud=1:scenecut=0', '-threads', '1', '-bf', '0', '-flags', '+bitexact', '-f', 'h264', '-'],
    ],
    { maxBuffer: 16 * 1024 * 1024 },
  );
  if (error !== undefined && 'code' in error && error.code === 'ENOENT') throw new FfmpegMissing();
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`ffmpeg exited with ${status}: ${stderr.toString()}`);
  return stdout;
}

export function generateSample(cueList: CueList): Buffer {
  const pairs = popOnBytePairs(cueList, framesPerSecond);
  return muxTransportStream(withCaptions(testPattern(pairs.length), pairs), framesPerSecond);
}

export function readCueList(name: string): CueList {
  return JSON.parse(readFileSync(join(samplesDirectory, `${name}.cues.json`), 'utf8')) as CueList;
}

function isCommitted(path: string, bytes: Buffer): boolean {
  return existsSync(path) && readFileSync(path).equals(bytes);
}

function writeSample(path: string, bytes: Buffer): boolean {
  writeFileSync(path, bytes);
  console.log(`${path}: written, ${bytes.length} bytes`);
  return true;
}

function checkSample(path: string, bytes: Buffer): boolean {
  const same = isCommitted(path, bytes);
  console.log(`${path}: ${same ? 'as generated' : 'DIFFERS from what its cue list generates'}`);
  return same;
}

/** Without ffmpeg a check cannot judge and says so; a generation has failed. */
function exitCodeWithoutFfmpeg(check: boolean): number {
  if (!check) {
    console.error('generate-samples: ffmpeg is needed to generate samples');
    return 1;
  }
  console.log('ffmpeg: not run (not installed): the generated samples are NOT checked');
  return 0;
}

function main(words: string[]): number {
  const { check } = parseArgs({ args: words, options: { check: { type: 'boolean', default: false } } }).values;
  const handle = check ? checkSample : writeSample;
  try {
    const done = generatedSamples.map((name) =>
      handle(join(samplesDirectory, `${name}.m2ts`), generateSample(readCueList(name))),
    );
    return done.every(Boolean) ? 0 : 1;
  } catch (error) {
    if (error instanceof FfmpegMissing) return exitCodeWithoutFfmpeg(check);
    throw error;
  }
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2));
