import { literal, type LiteralStyle } from './literal-layout.ts';
import { ownHeaders, type SampleCredential, type SampleRequest, type SampleValue } from './sample-request.ts';

const tokens: Readonly<Partial<Record<SampleCredential, string>>> = {
  account: 'SPCI_TOKEN',
  worker: 'SPCI_WORKER_TOKEN',
  lease: 'SPCI_LEASE_TOKEN',
};
const server = 'http://127.0.0.1:8080';
const uploads: Readonly<Record<string, string>> = {
  createSample: 'uploadSample',
  createBuild: 'uploadBuild',
  createQueuedSample: 'queueSample',
};

const quoted = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;

const typescript: LiteralStyle = {
  scalar: (value) =>
    typeof value !== 'string' ? JSON.stringify(value) : value.startsWith('process.env.') ? value : quoted(value),
  key: (name) => (/^[A-Za-z_]\w*$/.test(name) ? name : quoted(name)),
  indent: '  ',
  padding: ' ',
  trailingComma: true,
};

const record = (values: readonly SampleValue[]): Record<string, unknown> =>
  Object.fromEntries(values.map(({ name, value }) => [name, value]));

function addressOf({ path, pathValues }: SampleRequest): string {
  const values = record(pathValues);
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
}

function callOf({ method, path, pathValues, query, headers, credential, json, fields, answer }: SampleRequest): string {
  const own = ownHeaders[credential];
  const params = {
    ...(pathValues.length === 0 ? {} : { path: record(pathValues) }),
    ...(query.length === 0 ? {} : { query: record(query) }),
    ...(headers.length === 0 ? {} : { header: record(headers) }),
  };
  const options = {
    ...(Object.keys(params).length === 0 ? {} : { params }),
    ...(own === undefined ? {} : { headers: { [own.header]: `process.env.${own.variable}` } }),
    ...(json === undefined ? {} : { body: json }),
    ...(fields === undefined ? {} : { body: fields, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }),
    ...(answer === 'text' ? { parseAs: 'text' } : {}),
  };
  const given = Object.keys(options).length === 0 ? '' : `, ${literal(options, typescript)}`;
  return `answerOf(spci.${method}(${quoted(path)}${given}))`;
}

function transferOf(request: SampleRequest): { readonly name: string; readonly call: string } | undefined {
  const { id, method, query, credential, uploadedFile, answer, savedFile } = request;
  if (uploadedFile !== undefined) {
    const file = `{ file: ${quoted(uploadedFile)} }`;
    const name = uploads[id] ?? 'uploadBytes';
    if (request.formPart !== undefined) return { name, call: `${name}(spci, ${file}, ${quoted(uploadedFile)})` };
    const target = `spci, '${method}', ${quoted(addressOf(request))}, ${file}`;
    return {
      name,
      call:
        name === 'uploadBytes'
          ? `uploadBytes(${target})`
          : `${name}(spci, ${file}, ${literal(record(query), typescript)})`,
    };
  }
  if (answer !== 'bytes') return undefined;
  const address = credential === 'signature' ? 'download_url' : quoted(addressOf(request));
  return { name: 'downloadToFile', call: `downloadToFile(spci, ${address}, ${quoted(savedFile)})` };
}

/** A program over our SDK. */
export function typescriptSample(request: SampleRequest): string {
  const { credential, answer } = request;
  const transfer = transferOf(request);
  const signed = credential === 'signature';
  const token = signed ? 'SPCI_TOKEN' : tokens[credential];
  const imports = [
    'createClient',
    ...(transfer === undefined || signed ? ['answerOf'] : []),
    ...(transfer ? [transfer.name] : []),
  ];
  const options = `url: ${quoted(server)}${token === undefined ? '' : `, token: process.env.${token}`}`;
  const call = transfer?.call ?? callOf(request);
  return [
    `import { ${imports.sort().join(', ')} } from 'spci-sdk';`,
    '',
    `const spci = createClient({ ${options} });`,
    ...(signed
      ? [
          "const stored = spci.GET('/api/v1/samples/{sample_id}/download', { params: { path: { sample_id: 3 } } });",
          'const { download_url } = await answerOf(stored);',
        ]
      : []),
    ...(answer === 'nothing' ? [`await ${call};`] : [`const answer = await ${call};`, 'console.log(answer);']),
  ].join('\n');
}
