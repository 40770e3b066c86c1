import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { smokePrograms, type Toolkit } from '../generator.ts';

/** Maven only fetches what generated clients import; javac compiles everything in one go. */
export const java: Toolkit = {
  language: 'Java',
  needs: ['java', 'javac', 'mvn'],
  tools: [],
  prepare: async ({ directory }, id) => {
    const programs = join(smokePrograms, 'java');
    await mkdir(join(directory, 'client'));
    for (const file of ['Scenario.java', 'pom.xml', `${id}/Main.java`])
      await cp(join(programs, file), join(directory, file.split('/').at(-1) ?? file));
  },
  compile: () => [
    {
      command: 'mvn',
      words: ['-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=lib', '-DincludeScope=compile'],
    },
    {
      command: 'sh',
      words: ['-c', `javac -nowarn -d classes -cp 'lib/*' $(find . -name '*.java' -not -path '*/src/test/*')`],
    },
  ],
  smoke: () => ({ command: 'java', words: ['-cp', 'classes:lib/*', 'Main'] }),
};
