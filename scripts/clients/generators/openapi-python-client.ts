import { join } from 'node:path';
import { pythonVersion, toolbox, type Generator } from '../generator.ts';
import { python } from '../toolkits/python.ts';

export const openapiPythonClient: Generator = {
  ...python,
  id: 'openapi-python-client',
  name: 'openapi-python-client',
  version: pythonVersion('openapi-python-client'),
  input: '3.1',
  generate: ({ directory, description }) => [
    {
      command: join(toolbox.python, 'openapi-python-client'),
      words: ['generate', '--path', description, '--output-path', join(directory, 'client'), '--overwrite'],
    },
  ],
  untyped: { files: /spci_client\/api\/.*\.py$/, pattern: /response_2\d\d = response\.json\(\)/g },
};
