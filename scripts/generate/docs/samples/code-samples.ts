import type { DeclaredOperation, OpenApiDocument } from '../../openapi-document.ts';
import { curlSample } from './curl-sample.ts';
import { pythonSample } from './python-sample.ts';
import { sampleRequest } from './sample-request.ts';
import { typescriptSample } from './typescript-sample.ts';

export interface CodeSample {
  /** The language by which the page colours it. */
  readonly lang: 'Shell' | 'TypeScript' | 'Python';
  readonly label: 'curl' | 'TypeScript' | 'Python';
  readonly source: string;
}

export function codeSamples(document: OpenApiDocument, declared: DeclaredOperation): CodeSample[] {
  const request = sampleRequest(document, declared);
  return [
    { lang: 'Shell', label: 'curl', source: curlSample(request) },
    { lang: 'TypeScript', label: 'TypeScript', source: typescriptSample(request) },
    { lang: 'Python', label: 'Python', source: pythonSample(request) },
  ];
}
