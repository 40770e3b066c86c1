import { join } from 'node:path';
import { npmVersion, type Command, type Generator, type Place, type Toolkit } from '../generator.ts';

/** Redocly's own generators, one for each language, out of the program that lints the description. */
export function redocly(
  toolkit: Toolkit,
  generator: 'typescript' | 'python' | 'go' | 'php' | 'java',
  untyped: Generator['untyped'],
): Generator {
  // Python finds a module by its name alone, and `client` is the directory's.
  const file = generator === 'python' ? 'redocly_client.ts' : 'client.ts';
  const generate = ({ directory, description }: Place): Command[] => [
    {
      command: 'redocly',
      words: ['generate-client', description, '--generator', generator, '--output', join(directory, 'client', file)],
      environment: { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    },
  ];
  const id = `redocly-${generator}`;
  const version = npmVersion('@redocly/cli', '../../package.json');
  return { ...toolkit, id, name: 'redocly generate-client', version, input: '3.1', generate, untyped };
}
