import { TestEnvironment } from 'jest-environment-node';
import { observed } from './observe-fetch.ts';

const sharedTokens = new Map();

/**
 * What files of contract tests run in. The judge of their exchanges is loaded once for all files of the process, and
 * what `shared-tokens.ts` keeps is theirs together.
 */
export default class ContractEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global.fetch = observed(this.global.fetch);
    this.global.spciSharedTokens = sharedTokens;
  }
}
