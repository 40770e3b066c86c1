/** The forge did not answer, or answered with a fault of its own: to be tried again. */
export class ForgeUnavailable extends Error {
  override readonly name = 'ForgeUnavailable';
}

/** The forge does not know the code: it was used, is over, or is for somebody else. */
export class ForgeRefused extends Error {
  override readonly name = 'ForgeRefused';
}
