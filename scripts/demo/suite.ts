import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageDirectory } from './development-dependency.ts';

export interface SamplePart {
  readonly source: 'generated' | 'mux.js';
  readonly file: string;
}

/** Its bytes are those of its parts, one after another. */
export interface Sample<Name extends string = string> {
  readonly name: Name;
  readonly filename: string;
  readonly parts: readonly SamplePart[];
}

export interface ExpectedOutput {
  /** `stdout` is reserved for what the command prints. */
  readonly expected_filename: string;
  readonly extension: string;
  readonly kind: 'file' | 'stdout';
}

export interface RegressionTest<Name extends string = string> {
  readonly name: Name;
  readonly description: string;
  readonly category: string;
  readonly sample: SampleName;
  readonly command: string;
  readonly input_type: 'file' | 'stdin';
  readonly output_type: 'file' | 'stdout' | 'null';
  readonly expected_rc: number;
  readonly outputs: readonly ExpectedOutput[];
}

/** Version 5.6.0 ships no samples. */
const muxSegments = { packageName: 'mux.js-7.1.0', directory: 'test/segments' } as const;
const generatedDirectory = join(import.meta.dirname, 'samples');

/** A transport stream is kept as `.m2ts`: to every tool around here `.ts` is TypeScript. */
function generated<const Name extends string>(name: Name): Sample<Name> {
  const filename = `${name}.m2ts`;
  return { name, filename, parts: [{ source: 'generated', file: filename }] };
}

function transportStream<const Name extends string>(name: Name, file: string): Sample<Name> {
  return { name, filename: `${name}.m2ts`, parts: [{ source: 'mux.js', file }] };
}

function fragmentedMp4<const Name extends string>(name: Name, initialization: string, segment: string): Sample<Name> {
  const parts = [initialization, segment].map((file) => ({ source: 'mux.js', file }) as const);
  return { name, filename: `${name}.mp4`, parts };
}

export const samples = [
  generated('pop-on'),
  generated('row-out-of-bounds'),
  transportStream('multi-channel-608', 'multi-channel-608-captions.ts'),
  transportStream('sintel', 'sintel-captions.ts'),
  fragmentedMp4('dash-608', 'dash-608-captions-init.mp4', 'dash-608-captions-seg.m4s'),
  fragmentedMp4('malformed-sei', 'malformed-sei-init.mp4', 'malformed-sei.m4s'),
  transportStream('test-segment', 'test-segment.ts'),
  transportStream('test-no-audio-segment', 'test-no-audio-segment.ts'),
  transportStream('test-middle-pat-pmt', 'test-middle-pat-pmt.ts'),
] as const;

export type SampleName = (typeof samples)[number]['name'];

function captionTest<const Name extends string>(
  name: Name,
  test: Pick<RegressionTest, 'category' | 'description' | 'sample'> & { readonly channel?: 'CC3' },
): RegressionTest<Name> {
  const { channel = 'CC1', ...rest } = test;
  return {
    ...rest,
    name,
    command: `--channel ${channel}`,
    input_type: 'file',
    output_type: 'file',
    expected_rc: 0,
    outputs: [{ expected_filename: `${name}.srt`, extension: '.srt', kind: 'file' }],
  };
}

function withStdout<const Name extends string>(test: RegressionTest<Name>): RegressionTest<Name> {
  const stdout: ExpectedOutput = { expected_filename: 'stdout', extension: '.txt', kind: 'stdout' };
  return { ...test, outputs: [...test.outputs, stdout] };
}

const captions = 'captions';
const robustness = 'robustness';
const noCaptions = 'no captions';

/** Names of output files are unique in the suite, `stdout` aside: a report is read by them. */
export const regressionTests = [
  captionTest('pop-on', {
    category: captions,
    sample: 'pop-on',
    description: 'Pop-on cues on one row, on two rows next to each other and at both ends of the screen',
  }),
  captionTest('row-out-of-bounds', {
    category: robustness,
    sample: 'row-out-of-bounds',
    description: 'The second of three cues is addressed to a row that does not exist',
  }),
  captionTest('multi-channel-608-cc1', {
    category: captions,
    sample: 'multi-channel-608',
    description: 'Roll-up captions in English on channel 1',
  }),
  captionTest('multi-channel-608-cc3', {
    category: captions,
    sample: 'multi-channel-608',
    channel: 'CC3',
    description: 'Roll-up captions in French on channel 3 of the same stream',
  }),
  captionTest('sintel', {
    category: captions,
    sample: 'sintel',
    description: 'Pop-on captions of a film with tab offsets',
  }),
  captionTest('dash-608', {
    category: captions,
    sample: 'dash-608',
    description: 'Captions in a fragmented MP4 file',
  }),
  withStdout(
    captionTest('malformed-sei', {
      category: robustness,
      sample: 'malformed-sei',
      description: 'A NAL unit without data gives no captions and prints nothing',
    }),
  ),
  captionTest('test-segment', {
    category: noCaptions,
    sample: 'test-segment',
    description: 'A transport stream without captions',
  }),
  captionTest('test-no-audio-segment', {
    category: noCaptions,
    sample: 'test-no-audio-segment',
    description: 'A transport stream without captions whose announced audio is missing',
  }),
  captionTest('test-middle-pat-pmt', {
    category: noCaptions,
    sample: 'test-middle-pat-pmt',
    description: 'A transport stream without captions whose program tables come in its middle',
  }),
] as const;

export type RegressionTestName = (typeof regressionTests)[number]['name'];

function partPath({ source, file }: SamplePart): string {
  if (source === 'generated') return join(generatedDirectory, file);
  return join(packageDirectory(muxSegments.packageName), muxSegments.directory, file);
}

export async function readSample({ parts }: Sample): Promise<Buffer> {
  return Buffer.concat(await Promise.all(parts.map((part) => readFile(partPath(part)))));
}
