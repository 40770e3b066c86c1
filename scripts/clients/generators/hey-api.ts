import { join } from 'node:path';
import { npmVersion, toolbox, type Generator } from '../generator.ts';
import { typescript } from '../toolkits/typescript.ts';

export const heyApi: Generator = {
  ...typescript,
  tools: ['npm'],
  id: 'hey-api',
  name: '@hey-api/openapi-ts',
  version: npmVersion('@hey-api/openapi-ts'),
  input: '3.1',
  generate: ({ directory, description }) => [
    {
      command: join(toolbox.npm, 'openapi-ts'),
      words: ['-i', description, '-o', join(directory, 'client'), '-c', '@hey-api/client-fetch'],
    },
  ],
  untyped: { files: /types\.gen\.ts$/, pattern: /^ {4}2\d\d: (unknown|any);/gm },
};
