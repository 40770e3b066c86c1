/** The forge did not answer, or answered with a fault of its own: to be tried again. */
export class ForgeUnavailable extends Error {
  override readonly name = 'ForgeUnavailable';
  /** How long the forge asks to be left alone, where it says so. */
  readonly waitMs: number | undefined;

  constructor(message: string, options: ErrorOptions & { readonly waitMs?: number | undefined } = {}) {
    super(message, options);
    this.waitMs = options.waitMs;
  }
}

/** The forge will not do it, however often it is asked: a code that was used, a repository without the app. */
export class ForgeRefused extends Error {
  override readonly name = 'ForgeRefused';
}
