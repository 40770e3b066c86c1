import ContractEnvironment from '../../contract-tests/harness/contract-environment.js';
import { suiteFronts } from './suite-fronts.ts';
import { suiteWatch } from './suite-watch.ts';

/** The names of the blocks around it and its own, as jest tells them. */
function fullName(test) {
  const names = [];
  for (let part = test; part.parent !== undefined; part = part.parent) names.unshift(part.name);
  return names.join(' ');
}

const everyTest = (block) => block.children.flatMap((child) => (child.type === 'test' ? [child] : everyTest(child)));

/** Lets tests reach their servers through what stands in front of them, and leaves out the tests that nobody wants. */
export default class SuiteEnvironment extends ContractEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global.spciOpenFront = () => suiteFronts.open();
    // What a mutant lets through may end any token, so no file takes one of another.
    this.global.spciSharedTokens = new Map();
  }

  async handleTestEvent(event, state) {
    const watch = suiteWatch.current;
    const leaveOut = (test) => {
      if (!watch.wants(fullName(test))) test.mode = 'skip';
    };
    // Hooks of a block in which no test is wanted do not run either.
    if (event.name === 'run_start') everyTest(state.rootDescribeBlock).forEach(leaveOut);
    if (event.name === 'test_start') {
      leaveOut(event.test);
      if (event.test.mode !== 'skip') watch.started?.(fullName(event.test));
    }
    if (event.name === 'test_done') watch.ended?.(fullName(event.test), event.test.errors.length > 0);
  }
}
