import { reachOf } from './preflight/fetching/reach.ts';
import { settingFault, type SettingFault } from './setting-fault.ts';

/** CIDR blocks, addresses and host names, separated by commas, that preflights may reach though they are not public. */
export function parsePreflightReach(
  text: string | undefined,
): { readonly preflightReach: readonly string[] } | SettingFault {
  const preflightReach = (text ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
  try {
    reachOf({ allowPrivate: preflightReach, ports: [] });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return settingFault('SPCI_PREFLIGHT_REACH', 'CIDR blocks, addresses and host names, separated by commas');
  }
  return { preflightReach };
}
