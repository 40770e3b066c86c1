import { literal, type LiteralStyle } from './literal-layout.ts';
import { ownHeaders, type SampleCredential, type SampleRequest } from './sample-request.ts';

const tokens: Readonly<Partial<Record<SampleCredential, string>>> = {
  account: 'SPCI_TOKEN',
  worker: 'SPCI_WORKER_TOKEN',
  lease: 'SPCI_LEASE_TOKEN',
};

/** Strings are the same in JSON and in Python. */
const python: LiteralStyle = {
  scalar: (value) =>
    value === null ? 'None' : typeof value === 'boolean' ? (value ? 'True' : 'False') : JSON.stringify(value),
  key: JSON.stringify,
  indent: '    ',
  padding: '',
  trailingComma: true,
};

function addressOf({ path, pathValues, query, credential }: SampleRequest): string {
  if (credential === 'signature') return 'os.environ["DOWNLOAD_URL"]';
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(pathValues.find((each) => each.name === name)?.value)),
  );
  const values = query.map(({ name, value }) => `${name}=${encodeURIComponent(String(value))}`).join('&');
  return `os.environ["SPCI_URL"] + ${JSON.stringify(query.length === 0 ? filled : `${filled}?${values}`)}`;
}

/** What is sent is built by hand: the standard library writes no forms. */
function formLines({ uploadedFile = '', formPart }: SampleRequest): string[] {
  if (formPart === undefined) return [];
  const disposition = `form-data; name="${formPart}"; filename="${uploadedFile}"`;
  return [
    `with open(${JSON.stringify(uploadedFile)}, "rb") as file:`,
    '    content = file.read()',
    'boundary = uuid.uuid4().hex',
    `head = f'--{boundary}\\r\\nContent-Disposition: ${disposition}\\r\\n\\r\\n'`,
    `form = head.encode() + content + f'\\r\\n--{boundary}--\\r\\n'.encode()`,
  ];
}

function headersOf({ credential, headers, json, uploadedFile, formPart }: SampleRequest): string[] {
  const token = tokens[credential];
  const own = ownHeaders[credential];
  return [
    ...(token === undefined ? [] : [`"Authorization": "Bearer " + os.environ["${token}"]`]),
    ...headers.map(({ name, value }) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`),
    ...(own === undefined ? [] : [`"${own.header}": os.environ["${own.variable}"]`]),
    ...(json === undefined ? [] : ['"Content-Type": "application/json"']),
    ...(formPart === undefined ? [] : ['"Content-Type": "multipart/form-data; boundary=" + boundary']),
    ...(uploadedFile === undefined || formPart !== undefined
      ? []
      : [
          '"Content-Type": "application/octet-stream"',
          `"Content-Length": str(os.path.getsize(${JSON.stringify(uploadedFile)}))`,
        ]),
  ];
}

function requestLines(request: SampleRequest): string[] {
  const { method, json, fields, uploadedFile, formPart } = request;
  const headers = headersOf(request).map((header) => `        ${header},`);
  return [
    'request = urllib.request.Request(',
    `    ${addressOf(request)},`,
    ...(method === 'GET' ? [] : [`    method="${method}",`]),
    ...(headers.length === 0 ? [] : ['    headers={', ...headers, '    },']),
    ...(json === undefined ? [] : [`    data=json.dumps(${literal(json, python, '    ')}).encode(),`]),
    ...(fields === undefined ? [] : [`    data=urllib.parse.urlencode(${literal(fields, python, '    ')}).encode(),`]),
    ...(formPart === undefined ? [] : ['    data=form,']),
    ...(uploadedFile === undefined || formPart !== undefined
      ? []
      : [`    data=open(${JSON.stringify(uploadedFile)}, "rb"),`]),
    ')',
    'with urllib.request.urlopen(request) as response:',
  ];
}

function answerLines({ answer, mayBeEmpty, savedFile }: SampleRequest): string[] {
  if (answer === 'bytes')
    return [`    with open(${JSON.stringify(savedFile)}, "wb") as file:`, '        shutil.copyfileobj(response, file)'];
  if (answer === 'text') return ['    print(response.read().decode())'];
  if (answer === 'nothing') return ['    print(response.status)'];
  return mayBeEmpty
    ? ['    if response.status != 204:', '        print(json.load(response))']
    : ['    print(json.load(response))'];
}

/** A program for Python 3 that needs its standard library only. */
export function pythonSample(request: SampleRequest): string {
  const lines = [...formLines(request), ...requestLines(request), ...answerLines(request)];
  const used = ['json', 'os', 'shutil', 'uuid'].filter((name) => lines.some((line) => line.includes(`${name}.`)));
  const parsing = request.fields === undefined ? [] : ['urllib.parse'];
  const imports = [...used, ...parsing, 'urllib.request'].sort().map((name) => `import ${name}`);
  return [...imports, '', ...lines].join('\n');
}
