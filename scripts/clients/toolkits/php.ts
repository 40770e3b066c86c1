import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { smokePrograms, type Toolkit } from '../generator.ts';

export const php: Toolkit = {
  language: 'PHP',
  needs: ['php'],
  tools: [],
  prepare: async ({ directory }, id) => cp(join(smokePrograms, 'php', `${id}.php`), join(directory, 'main.php')),
  compile: () => [{ command: 'sh', words: ['-c', `find . -name '*.php' -print0 | xargs -0 -n 1 php -l`] }],
  smoke: () => ({ command: 'php', words: ['main.php'] }),
};
