/** Of every form that these tests write. */
const boundary = 'spci-form-Boundary.7';

export const formType = `multipart/form-data; boundary=${boundary}`;

export interface FormPart {
  readonly part?: string;
  /** Undefined for a part that names no file. */
  readonly filename?: string | undefined;
  readonly content: string | Uint8Array;
}

function partOf({ part = 'file', filename, content }: FormPart): Buffer {
  const named = filename === undefined ? '' : `; filename="${filename}"`;
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${part}"${named}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), Buffer.from(content as string), Buffer.from('\r\n')]);
}

/** A form of these parts, in this order, as a browser writes it. */
export function formOf(...parts: readonly FormPart[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat([...parts.map(partOf), Buffer.from(`--${boundary}--\r\n`)]));
}

export const fileFormOf = (content: string | Uint8Array, filename = 'sample.m2ts'): Uint8Array<ArrayBuffer> =>
  formOf({ filename, content });

/** With the boundary of a form, which the description cannot tell. */
export const sentType = (requestType: string): string =>
  requestType === 'multipart/form-data' ? formType : requestType;
