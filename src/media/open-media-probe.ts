import { ConfigurationError, type Settings } from '../config.ts';
import { findProgram } from './find-program.ts';
import { ffprobe } from './ffprobe.ts';
import type { MediaProbe } from './media-probe.ts';

/**
 * Undefined where this machine has no `ffprobe`, or cannot limit what it takes. A program that is named and not there
 * is a mistake of the configuration.
 */
export async function openMediaProbe({
  ffprobe: named,
  searchPath,
}: Pick<Settings, 'ffprobe' | 'searchPath'>): Promise<MediaProbe | undefined> {
  if (named === 'off') return undefined;
  const program = await findProgram(named ?? 'ffprobe', searchPath);
  const [prlimit, setpriv] = [await findProgram('prlimit', searchPath), await findProgram('setpriv', searchPath)];
  const usable = program !== undefined && prlimit !== undefined && setpriv !== undefined;
  if (usable) return ffprobe({ program, prlimit, setpriv });
  if (named === undefined) return undefined;
  throw new ConfigurationError('SPCI_FFPROBE', 'off, or a program that is there, beside prlimit and setpriv');
}
