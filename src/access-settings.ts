export interface AccessSettings {
  /** Whether a token may stand in the address of a read. */
  readonly queryTokens: boolean;
  /** `YYYY-MM-DD`: until when; undefined: as the description says. */
  readonly queryTokensSunset: string | undefined;
}

interface Fault {
  readonly setting: string;
  readonly fault: string;
}

const isDay = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

/** Undefined where a setting is not given. */
export function parseAccess(given: {
  readonly queryTokens: string | undefined;
  readonly queryTokensSunset: string | undefined;
}): AccessSettings | Fault {
  const { queryTokens = 'on', queryTokensSunset } = given;
  if (!['on', 'off'].includes(queryTokens)) return { setting: 'SPCI_QUERY_TOKENS', fault: 'on or off' };
  if (queryTokensSunset !== undefined && !isDay(queryTokensSunset))
    return { setting: 'SPCI_QUERY_TOKENS_SUNSET', fault: 'a day such as 2027-11-29' };
  return { queryTokens: queryTokens === 'on', queryTokensSunset };
}
