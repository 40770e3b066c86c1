import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { smokePrograms, toolbox, type Toolkit } from '../generator.ts';

/** Python compiles anything that parses; mypy holds the smoke program against the generated types. */
export const python: Toolkit = {
  language: 'Python',
  needs: ['python3'],
  tools: ['python'],
  prepare: async ({ directory }, id) => {
    await cp(join(smokePrograms, 'python/scenario.py'), join(directory, 'scenario.py'));
    await cp(join(smokePrograms, 'python', `${id}.py`), join(directory, 'main.py'));
  },
  compile: () => [
    { command: join(toolbox.python, 'python'), words: ['-m', 'compileall', '-q', '.'] },
    {
      command: join(toolbox.python, 'mypy'),
      words: ['--strict', '--follow-imports=silent', '--cache-dir=../tools/mypy', 'main.py', 'scenario.py'],
      environment: { MYPYPATH: 'client' },
    },
  ],
  smoke: () => ({ command: join(toolbox.python, 'python'), words: ['main.py'], environment: { PYTHONPATH: 'client' } }),
};
