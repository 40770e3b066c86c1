import { join } from 'node:path';
import { pythonVersion, toolbox, type Command, type Generator, type Place, type Toolkit } from '../generator.ts';

// In Go the schema `NewLogLine` and the constructor of `LogLine` would have one name.
const renamed = '--model-name-mappings=NewLogLine=WrittenLogLine';
const withoutTests = '--global-property=apiTests=false,modelTests=false,apiDocs=false,modelDocs=false';

/** OpenAPI Generator, from its Python package, which holds the program and a Java to run it. */
export function openapiGenerator(
  toolkit: Toolkit,
  target: string,
  untyped: Generator['untyped'],
  properties: Readonly<Record<string, string>> = {},
): Generator {
  const options = Object.entries(properties).map(([name, value]) => `--additional-properties=${name}=${value}`);
  const generate = ({ directory, description }: Place): Command[] => [
    {
      command: join(toolbox.python, 'openapi-generator-cli'),
      words: [
        ...['generate', '-g', target, '-i', description, '-o', join(directory, 'client')],
        ...[withoutTests, ...(target === 'go' ? [renamed] : []), ...options],
      ],
    },
  ];
  return {
    ...toolkit,
    tools: ['python'],
    needs: ['python3', ...toolkit.needs],
    id: `openapi-generator-${target}`,
    name: `openapi-generator ${target}`,
    version: pythonVersion('openapi-generator-cli'),
    input: '3.0',
    generate,
    untyped,
  };
}
