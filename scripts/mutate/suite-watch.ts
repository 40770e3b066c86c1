/** Chooses among the tests of a file, by their full names, and is told of each that runs. */
export interface TestWatch {
  /** Asked of every test before the file begins, and once more before the test would. */
  wants(name: string): boolean;
  started?(name: string): void;
  ended?(name: string, isRed: boolean): void;
}

/** Of the file that runs in this process: there is one at a time. */
export const suiteWatch: { current: TestWatch; beforeFile(): Promise<void> } = {
  current: { wants: () => true },
  beforeFile: async () => undefined,
};
