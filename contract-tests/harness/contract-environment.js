import { TestEnvironment } from 'jest-environment-node';
import { observed } from './observe-fetch.ts';

/** What files of contract tests run in. The judge of their exchanges is loaded once for all files of the process. */
export default class ContractEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global.fetch = observed(this.global.fetch);
  }
}
