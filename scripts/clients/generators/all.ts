import type { Generator } from '../generator.ts';
import { go } from '../toolkits/go.ts';
import { java } from '../toolkits/java.ts';
import { php } from '../toolkits/php.ts';
import { python } from '../toolkits/python.ts';
import { ruby } from '../toolkits/ruby.ts';
import { rust } from '../toolkits/rust.ts';
import { typescript } from '../toolkits/typescript.ts';
import { heyApi } from './hey-api.ts';
import { oapiCodegen } from './oapi-codegen.ts';
import { openapiFetch } from './openapi-fetch.ts';
import { openapiGenerator } from './openapi-generator.ts';
import { openapiPythonClient } from './openapi-python-client.ts';
import { orval } from './orval.ts';
import { redocly } from './redocly.ts';
import { swaggerTypescriptApi } from './swagger-typescript-api.ts';

export const generators: readonly Generator[] = [
  openapiFetch,
  redocly(typescript, 'typescript', { files: /client\.ts$/, pattern: /^export type \w+Result = (unknown|any);/gm }),
  heyApi,
  orval,
  swaggerTypescriptApi,
  openapiGenerator(typescript, 'typescript-fetch', { files: /apis\/.*\.ts$/, pattern: /Promise<(any|object)>/g }),
  redocly(python, 'python', { files: /redocly_client\.py$/, pattern: /^ {4}def (?!request)\w+\(self.*\) -> Any:/gm }),
  openapiGenerator(python, 'python', { files: /api\/\w+_api\.py$/, pattern: /^ {4}\) -> (object|Any):/gm }),
  openapiPythonClient,
  redocly(go, 'go', { files: /client\/client\.go$/, pattern: /^func \(c \*Client\) \w+\(.*\) \(any, error\)/gm }),
  openapiGenerator(
    go,
    'go',
    { files: /client\/api_\w+\.go$/, pattern: /Execute\(\) \((interface\{\}|map\[string\]interface\{\}), /g },
    { packageName: 'client', withGoMod: 'false', enumClassPrefix: 'true' },
  ),
  oapiCodegen,
  redocly(java, 'java', { files: /Client\.java$/, pattern: /^ {4}public (Object|Map<String, Object>) \w+\(/gm }),
  {
    ...openapiGenerator(
      java,
      'java',
      { files: /\/api\/\w+Api\.java$/, pattern: /^ {2}public Object \w+\(/gm },
      {
        library: 'native',
        useSingleRequestParameter: 'true',
        openApiNullable: 'false',
        containerDefaultToNull: 'true',
      },
    ),
    omits: { calls: ['createSample'], because: 'sends the name of a file in place of its bytes' },
  },
  openapiGenerator(
    rust,
    'rust',
    { files: /apis\/\w+_api\.rs$/, pattern: /-> Result<(serde_json::Value|models::serde_json::Value)/g },
    { useSingleRequestParameter: 'true' },
  ),
  redocly(php, 'php', {
    files: /client\/client\.php$/,
    pattern: /^ {4}public function \w+\(.*\?array \$headers.*\): (mixed|array)$/gm,
  }),
  openapiGenerator(ruby, 'ruby', { files: /api\/\w+_api\.rb$/, pattern: /return_type = .*\|\| 'Object'/g }),
];
