import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenApiDocument } from '../openapi-document.ts';

/** Options of Redoc; the samples are ours, so that it generates none. */
const options = {
  downloadUrls: [
    { title: 'OpenAPI 3.1 in YAML', url: '/openapi.yaml' },
    { title: 'OpenAPI 3.1 in JSON', url: '/openapi.json' },
  ],
  schemasExpansionLevel: 1,
};
const quiet = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
const credit = /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(-full)?\.svg/g;

/** The page credits Redoc by an image from its makers' server; ours says it in words, drawn from the page itself. */
const wordmark =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" width="44" height="16"><text y="12" font-family="sans-serif" font-size="13">Redoc</text></svg>',
  );

async function built(directory: string, document: OpenApiDocument): Promise<string> {
  const [input, output] = [join(directory, 'openapi.json'), join(directory, 'docs.html')];
  await writeFile(input, JSON.stringify(document));
  const words = ['build-docs', input, '--inlineBundle', '--output', output, '--openapi', JSON.stringify(options)];
  const template = ['--template', 'scripts/generate/docs/page.hbs', '--title', 'SPCI documentation'];
  const { status, stdout, stderr } = spawnSync('redocly', [...words, ...template], {
    encoding: 'utf8',
    env: { ...process.env, ...quiet },
  });
  if (status !== 0) throw new Error(`redocly build-docs failed:\n${stdout}${stderr}`);
  return readFile(output, 'utf8');
}

/** The documentation as one page that loads nothing from elsewhere. */
export async function renderPage(document: OpenApiDocument): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'spci-docs-'));
  try {
    const page = (await built(directory, document)).replace(credit, wordmark);
    if (page.includes('cdn.redoc.ly'))
      throw new Error('the page of Redoc would load something from its makers’ server');
    return page;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
