import { TestEnvironment } from 'jest-environment-node';
import { suiteFronts } from './suite-fronts.ts';

/** Lets tests reach their servers through what stands in front of them, and ends a file at its first failure. */
export default class SuiteEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.failed = false;
    this.ends = config.projectConfig.testEnvironmentOptions.endsAtFirstFailure === true;
    this.global.spciOpenFront = () => suiteFronts.open();
  }

  async handleTestEvent(event) {
    if (event.name === 'test_fn_failure' || event.name === 'hook_failure') this.failed = true;
    if (event.name === 'test_start' && this.failed && this.ends) event.test.mode = 'skip';
  }
}
