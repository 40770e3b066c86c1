export interface SpectralFinding {
  readonly code: string;
  readonly message: string;
  readonly path: readonly (string | number)[];
}

/** The parts of the ruleset that exempt: rules off or narrowed, and rules off at a place. */
export interface SpectralRuleset {
  readonly rules: Readonly<Record<string, unknown>>;
  readonly overrides: readonly {
    readonly files: readonly string[];
    readonly rules: Readonly<Record<string, unknown>>;
  }[];
}

/** `#/paths/~1livez` as the path of a finding has it. */
function pathOf(file: string): string[] {
  const pointer = file.split('#')[1] ?? '';
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Exemptions that none of the findings made without them needs, as `rule` or `rule at file`. */
export function unusedExemptions(ruleset: SpectralRuleset, all: readonly SpectralFinding[]): string[] {
  const rules = Object.keys(ruleset.rules).filter((rule) => !all.some(({ code }) => code === rule));
  const places = ruleset.overrides.flatMap(({ files, rules: exempt }) =>
    files.flatMap((file) =>
      Object.keys(exempt)
        .filter(
          (rule) => !all.some(({ code, path }) => code === rule && pathOf(file).every((key, at) => path[at] === key)),
        )
        .map((rule) => `${rule} at ${file}`),
    ),
  );
  return [...rules, ...places];
}
