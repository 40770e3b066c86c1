import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { smokePrograms, type Toolkit } from '../generator.ts';

/** Needs Debian's `ruby` and `ruby-typhoeus`, which the generated client requires. */
export const ruby: Toolkit = {
  language: 'Ruby',
  needs: ['ruby'],
  tools: [],
  prepare: async ({ directory }, id) => cp(join(smokePrograms, 'ruby', `${id}.rb`), join(directory, 'main.rb')),
  compile: () => [
    { command: 'ruby', words: ['-r', 'typhoeus', '-e', ''] },
    { command: 'sh', words: ['-c', `find . -name '*.rb' | xargs ruby -wc`] },
  ],
  smoke: () => ({ command: 'ruby', words: ['main.rb'] }),
};
