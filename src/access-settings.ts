import type { SettingFault } from './setting-fault.ts';

export interface AccessSettings {
  /** Whether a token may stand in the address of a read. */
  readonly queryTokens: boolean;
  /** `YYYY-MM-DD`: until when; undefined: as the description says. */
  readonly queryTokensSunset: string | undefined;
  /** Whether tokens without scopes are issued and taken. */
  readonly legacyTokens: boolean;
  /** Whose pages may hand a credential over in a form, besides the server's own. */
  readonly handoffOrigins: readonly string[];
}

const isDay = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

/** Undefined where it is more than scheme, host and port. */
function originOf(text: string): string | undefined {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  const isOrigin = url !== undefined && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href;
  return isOrigin ? url.origin : undefined;
}

/** Undefined where a setting is not given. */
export function parseAccess(given: {
  readonly queryTokens: string | undefined;
  readonly queryTokensSunset: string | undefined;
  readonly legacyTokens: string | undefined;
  readonly handoffOrigins: string | undefined;
}): AccessSettings | SettingFault {
  const { queryTokens = 'on', legacyTokens = 'off', queryTokensSunset } = given;
  if (!['on', 'off'].includes(queryTokens)) return { setting: 'SPCI_QUERY_TOKENS', fault: 'on or off' };
  if (!['on', 'off'].includes(legacyTokens)) return { setting: 'SPCI_LEGACY_TOKENS', fault: 'on or off' };
  if (queryTokensSunset !== undefined && !isDay(queryTokensSunset))
    return { setting: 'SPCI_QUERY_TOKENS_SUNSET', fault: 'a day such as 2027-11-29' };
  const handoffOrigins = (given.handoffOrigins ?? '').split(',').filter((part) => part.trim() !== '');
  const origins = handoffOrigins.map(originOf);
  if (!origins.every((origin) => origin !== undefined))
    return { setting: 'SPCI_HANDOFF_ORIGINS', fault: 'origins such as https://cloud.example.org, separated by commas' };
  return {
    queryTokens: queryTokens === 'on',
    queryTokensSunset,
    legacyTokens: legacyTokens === 'on',
    handoffOrigins: origins,
  };
}
