import { goVersion, type Generator } from '../generator.ts';
import { go } from '../toolkits/go.ts';

export const oapiCodegen: Generator = {
  ...go,
  id: 'oapi-codegen',
  name: 'oapi-codegen',
  version: goVersion('github.com/oapi-codegen/oapi-codegen/v2'),
  input: '3.1',
  generate: ({ description }) => [
    {
      command: 'go',
      words: [
        ...['tool', 'oapi-codegen', '-generate', 'types,client', '-package', 'client', '-o', 'client/client.go'],
        description,
      ],
    },
  ],
  untyped: {
    files: /client\/client\.go$/,
    pattern: /^\tJSON2\d\d +\*?(interface\{\}|any|map\[string\]interface\{\})$/gm,
  },
};
