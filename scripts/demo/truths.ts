import { versions, type Version } from './builds.ts';
import { regressionTests, type RegressionTestName } from './suite.ts';

/** What an output holds. Two outputs of one test have the same bytes exactly if they have the same content. */
export type Content = 'missing' | 'empty' | 'noise' | `${number} cues` | `${number} cues with positions`;

export interface Outcome {
  readonly exit_code: number;
  readonly outputs: Readonly<Record<string, Content>>;
}

export interface Truth extends Outcome {
  readonly version: Version;
  readonly test: RegressionTestName;
}

/** An outcome lasts from its version to the version before the next one. */
type History = Readonly<Partial<Record<Version, Outcome>>>;

function finished(outputs: Outcome['outputs']): Outcome {
  return { exit_code: 0, outputs };
}

function sameText(filename: string, cueCount: number): History {
  return {
    '5.6.0': finished({ [filename]: `${cueCount} cues` }),
    '7.0.0': finished({ [filename]: `${cueCount} cues with positions` }),
  };
}

function withoutCaptions(filename: string): History {
  return { '5.6.0': finished({ [filename]: 'empty' }) };
}

const histories: Readonly<Record<RegressionTestName, History>> = {
  'pop-on': sameText('pop-on.srt', 3),
  'row-out-of-bounds': {
    '5.6.0': finished({ 'row-out-of-bounds.srt': '2 cues' }),
    '7.0.0': { exit_code: 1, outputs: { 'row-out-of-bounds.srt': 'missing' } },
    '7.0.3': finished({ 'row-out-of-bounds.srt': '3 cues with positions' }),
  },
  'multi-channel-608-cc1': sameText('multi-channel-608-cc1.srt', 2),
  'multi-channel-608-cc3': sameText('multi-channel-608-cc3.srt', 2),
  sintel: sameText('sintel.srt', 2),
  'dash-608': sameText('dash-608.srt', 1),
  'malformed-sei': {
    '5.6.0': finished({ 'malformed-sei.srt': 'empty', stdout: 'noise' }),
    '5.13.0': finished({ 'malformed-sei.srt': 'empty', stdout: 'empty' }),
  },
  'test-segment': withoutCaptions('test-segment.srt'),
  'test-no-audio-segment': withoutCaptions('test-no-audio-segment.srt'),
  'test-middle-pat-pmt': withoutCaptions('test-middle-pat-pmt.srt'),
};

export function truthOf(version: Version, test: RegressionTestName): Truth {
  const history = histories[test];
  const since = versions.slice(0, versions.indexOf(version) + 1).findLast((each) => history[each] !== undefined);
  const outcome = since && history[since];
  if (outcome === undefined) throw new Error(`no truth for ${test} at ${version}`);
  return { version, test, ...outcome };
}

export const truths: readonly Truth[] = versions.flatMap((version) =>
  regressionTests.map(({ name }) => truthOf(version, name)),
);

/** Where the intended changes since the first run are approved: noise gone, positions, the third cue. */
export const intendedChangesVersion: Version = '7.0.3';

/** The versions from whose completed runs expected outputs are approved, out of those that ran in this order. */
export function approvedVersions(ran: readonly Version[]): Version[] {
  return ran.filter((version, index) => index === 0 || version === intendedChangesVersion);
}
