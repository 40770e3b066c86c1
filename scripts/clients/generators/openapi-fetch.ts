import { join } from 'node:path';
import { npmVersion, root, type Generator } from '../generator.ts';
import { typescript } from '../toolkits/typescript.ts';

/** SPCI's own SDK. */
export const openapiFetch: Generator = {
  ...typescript,
  id: 'openapi-fetch',
  name: 'spci-sdk (openapi-typescript, openapi-fetch)',
  version: npmVersion('openapi-typescript', '../../package.json'),
  input: '3.1',
  generate: ({ directory }) => [
    {
      command: 'node',
      words: ['scripts/build-sdk.ts', '--out', join(directory, 'node_modules/spci-sdk')],
      directory: root,
    },
  ],
  untyped: { files: /client\.d\.ts$/, pattern: /^ {20}"application\/json": (unknown|any);/gm },
};
