/** An expected output, by the test that must produce it. */
export interface OutputPlace {
  readonly regressionTestId: number;
  readonly outputId: number;
}

export interface OutputKey extends OutputPlace {
  readonly domainId: number;
}
