import { join } from 'node:path';
import { npmVersion, toolbox, type Generator } from '../generator.ts';
import { typescript } from '../toolkits/typescript.ts';

export const orval: Generator = {
  ...typescript,
  tools: ['npm'],
  id: 'orval',
  name: 'orval (fetch)',
  version: npmVersion('orval'),
  input: '3.1',
  generate: ({ directory, description }) => [
    {
      command: join(toolbox.npm, 'orval'),
      words: ['--input', description, '--output', join(directory, 'client/api.ts'), '--client', 'fetch'],
    },
  ],
  untyped: { files: /api\.ts$/, pattern: /^ {2}data: (any|unknown|void)$\n^ {2}status: 2(?!04)\d\d/gm },
};
