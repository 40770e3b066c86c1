import { join } from 'node:path';
import { npmVersion, toolbox, type Generator } from '../generator.ts';
import { typescript } from '../toolkits/typescript.ts';

export const swaggerTypescriptApi: Generator = {
  ...typescript,
  tools: ['npm'],
  id: 'swagger-typescript-api',
  name: 'swagger-typescript-api',
  version: npmVersion('swagger-typescript-api'),
  input: '3.1',
  generate: ({ directory, description }) => [
    {
      command: join(toolbox.npm, 'swagger-typescript-api'),
      words: ['generate', '-p', description, '-o', join(directory, 'client'), '-n', 'api.ts', '--enum-style=union'],
    },
  ],
  omits: { calls: ['createSample'], because: 'sends no bytes: every body is JSON, text or a form' },
  // A redirect alone has no result: `void` stands among its failures.
  untyped: { files: /api\.ts$/, pattern: /this\.(?:http\.)?request<(any|unknown), (?!void)/g },
};
