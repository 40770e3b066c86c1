import { createHmac, hash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export interface S3Request {
  readonly method: string;
  readonly address: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

interface Claim {
  /** `date/region/s3/aws4_request`. */
  readonly scope: readonly string[];
  readonly date: string;
  readonly signedHeaders: string;
  readonly signature: string;
  readonly payload: string;
  readonly lifeSeconds: number;
}

const skewSeconds = 900;

/** What S3 calls that which is wrong with the signature (AWS Signature Version 4); undefined when it is good. */
export function signatureFault(asked: S3Request, secret: string): string | undefined {
  const url = new URL(asked.address, 'http://peer');
  const claim = claimOfHeaders(asked.headers) ?? claimOfQuery(url.searchParams);
  if (claim === undefined) return 'AccessDenied';
  const { payload, date, lifeSeconds } = claim;
  if (/^[0-9a-f]{64}$/.test(payload) && payload !== hash('sha256', asked.body)) return 'XAmzContentSHA256Mismatch';
  const signedMs = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (!(Math.abs(Date.now() - signedMs) < (skewSeconds + lifeSeconds) * 1000)) return 'RequestTimeTooSkewed';
  if (lifeSeconds > 0 && Date.now() > signedMs + lifeSeconds * 1000) return 'AccessDenied';
  return signatureOf(asked, url, claim, secret) === claim.signature ? undefined : 'SignatureDoesNotMatch';
}

function claimOfHeaders(headers: IncomingHttpHeaders): Claim | undefined {
  const pattern = /^AWS4-HMAC-SHA256 Credential=[^/]+\/([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
  const [, scope = '', signedHeaders = '', signature] = pattern.exec(headers.authorization ?? '') ?? [];
  if (signature === undefined) return undefined;
  const [date, payload] = [String(headers['x-amz-date']), String(headers['x-amz-content-sha256'])];
  return { scope: scope.split('/'), date, signedHeaders, signature, payload, lifeSeconds: 0 };
}

function claimOfQuery(query: URLSearchParams): Claim | undefined {
  const signature = query.get('X-Amz-Signature');
  if (signature === null) return undefined;
  return {
    scope: (query.get('X-Amz-Credential') ?? '').split('/').slice(1),
    date: query.get('X-Amz-Date') ?? '',
    signedHeaders: query.get('X-Amz-SignedHeaders') ?? '',
    signature,
    payload: 'UNSIGNED-PAYLOAD',
    lifeSeconds: Number(query.get('X-Amz-Expires')),
  };
}

function signatureOf({ method, headers }: S3Request, url: URL, claim: Claim, secret: string): string {
  const query = [...url.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
    .sort();
  const signed = claim.signedHeaders.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const canonical = [method, url.pathname, query.join('&'), signed.join(''), claim.signedHeaders, claim.payload];
  const text = ['AWS4-HMAC-SHA256', claim.date, claim.scope.join('/'), hash('sha256', canonical.join('\n'))].join('\n');
  const key = claim.scope.reduce<string | Buffer>(hmac, `AWS4${secret}`);
  return hmac(key, text).toString('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function escaped(text: string): string {
  return encodeURIComponent(text).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
