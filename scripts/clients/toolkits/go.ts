import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { smokePrograms, type Toolkit } from '../generator.ts';

/** One module, whose go.mod also pins the generators that are written in Go. */
export const go: Toolkit = {
  language: 'Go',
  needs: ['go'],
  tools: [],
  prepare: async ({ directory }, id) => {
    const programs = join(smokePrograms, 'go');
    await mkdir(join(directory, 'client'));
    for (const file of ['go.mod', 'go.sum', 'scenario'])
      await cp(join(programs, file), join(directory, file), { recursive: true });
    await cp(join(programs, id, 'main.go'), join(directory, 'main.go'));
  },
  compile: () => [
    { command: 'go', words: ['vet', '.', './client'] },
    { command: 'go', words: ['build', '-o', 'smoke', '.'] },
  ],
  smoke: ({ directory }) => ({ command: join(directory, 'smoke'), words: [] }),
};
