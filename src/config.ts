import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { rateClasses } from '../generated/operations.ts';
import { parseAccess, type AccessSettings } from './access-settings.ts';
import { confidentialOrigin } from './confidential-address.ts';
import { parseForge, parseForgeApp, type ForgeAppSettings, type ForgeSettings } from './forge-settings.ts';
import { parseFtp, type FtpSettings } from './ftp-settings.ts';
import { parseGlobalRegion, type GlobalRegion } from './global-region-settings.ts';
import { parseSender, parseSmtpUrl } from './mail-settings.ts';
import type { MailSender, SmtpServer } from './mail/smtp-transport.ts';
import { parsePreflightReach } from './preflight-settings.ts';
import { unsafeIn } from './production-settings.ts';
import { parsePromiseIssuer, type PromiseIssuerSettings } from './promise-issuer-settings.ts';
import { parseSealingKeys } from './sealing-settings.ts';
import type { Keyring } from './secrets.ts';
import type { SettingFault } from './setting-fault.ts';

/** Refused configuration: the process ends with 78 and one line that names the setting and never its value. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly setting: string;

  constructor(setting: string, message: string) {
    super(`${setting}: ${message}`);
    this.setting = setting;
  }
}

export type RateClass = keyof typeof rateClasses;
export interface RateLimit {
  readonly count: number;
  readonly windowMs: number;
}

export interface Settings extends AccessSettings {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  /** Origin of every absolute address the server gives; undefined means the address it listens on. */
  readonly publicUrl: string | undefined;
  readonly dataDirectory: string;
  readonly databaseUrl: string | undefined;
  readonly blobs: string;
  /** How the bytes of `s3://` are reached; credentials are the business of the AWS chain. */
  readonly s3: { readonly endpoint: string | undefined; readonly region: string | undefined };
  readonly bootstrapEmail: string | undefined;
  readonly bootstrapPassword: string | undefined;
  readonly lookupKeys: string | undefined;
  /** Undefined: those in the state directory. */
  readonly sealingKeys: Keyring | undefined;
  readonly trustedProxies: readonly string[];
  readonly limits: Readonly<Record<RateClass, RateLimit>>;
  readonly leaseMs: number;
  readonly uploadBytesMax: number;
  /** For how many days runs are kept after their end; undefined: for ever. */
  readonly retentionDays: number | undefined;
  readonly singleNode: boolean;
  readonly role: 'all' | 'http' | 'jobs';
  readonly logLevel: string;
  /** Of the server’s own source. */
  readonly commit: string | undefined;
  /** Undefined: mail goes to files. */
  readonly smtp: SmtpServer | undefined;
  readonly mailFrom: MailSender;
  /** Undefined: no GitHub login is linked, and no repository but the registered ones is known. */
  readonly forge: ForgeSettings | undefined;
  /** Undefined: GitHub is told nothing. */
  readonly forgeApp: ForgeAppSettings | undefined;
  /** What GitHub signs its events with; undefined: none is taken. */
  readonly webhookSecret: string | undefined;
  /** Where repositories are shown to people; undefined: GitHub is not connected. */
  readonly forgeUrl: string | undefined;
  /** A name or a path of `ffprobe`, or `off`; undefined: whichever there is. */
  readonly ffprobe: string | undefined;
  /** Where programs are looked for. */
  readonly searchPath: string;
  /** Undefined: no files are taken by FTP. */
  readonly ftp: FtpSettings | undefined;
  /** Undefined: there is none. */
  readonly globalRegion: GlobalRegion | undefined;
  /** Undefined: promise tokens are issued by nobody elsewhere. */
  readonly promiseIssuer: PromiseIssuerSettings | undefined;
  /** What preflights may reach though it is not public. */
  readonly preflightReach: readonly string[];
  /** Whether strangers may ask for an account. */
  readonly signup: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

const defaultLimits: Record<RateClass, RateLimit> = {
  login: limitOf(rateClasses.login),
  mail: limitOf(rateClasses.mail),
  read: limitOf(rateClasses.read),
  write: limitOf(rateClasses.write),
  health: limitOf(rateClasses.health),
  worker: limitOf(rateClasses.worker),
};

function limitOf({ count, seconds }: { readonly count: number; readonly seconds: number }): RateLimit {
  return { count, windowMs: seconds * 1000 };
}

function whole(environment: Environment, name: string, fallback: number, least: number, most: number): number {
  const text = environment[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most)
    throw new ConfigurationError(name, `a whole number from ${least} to ${most}`);
  return value;
}

function oneOf<Value extends string>(environment: Environment, name: string, values: readonly Value[]): Value {
  const text = environment[name];
  const fallback = values[0];
  if (fallback === undefined) throw new Error(`${name} has no values`);
  if (text === undefined || text === '') return fallback;
  const value = values.find((candidate) => candidate === text);
  if (value === undefined) throw new ConfigurationError(name, `one of ${values.join(', ')}`);
  return value;
}

function optional(environment: Environment, name: string): string | undefined {
  return environment[name] === '' ? undefined : environment[name];
}

const isRateClass = (name: string): name is RateClass => Object.hasOwn(defaultLimits, name);

/** A wait lasts up to two windows, and `Retry-After` is described as a day at most. */
const windowSecondsMax = 43_200;

/** `class=count/seconds,…` over the defaults, such as `read=1000/60,write=1000/60`. */
export function parseLimits(text: string | undefined): Record<RateClass, RateLimit> {
  const limits = { ...defaultLimits };
  for (const entry of (text ?? '').split(',').filter((part) => part.trim() !== '')) {
    const [, name, count, seconds] = /^\s*([a-z]+)=(\d{1,9})\/(\d{1,6})\s*$/.exec(entry) ?? [];
    const fits = Number(count) >= 1 && Number(seconds) >= 1 && Number(seconds) <= windowSecondsMax;
    if (name === undefined || !isRateClass(name) || !fits)
      throw new ConfigurationError(
        'SPCI_LIMITS',
        `class=count/seconds,… with login, mail, read, write, health, worker and up to ${windowSecondsMax} seconds`,
      );
    limits[name] = { count: Number(count), windowMs: Number(seconds) * 1000 };
  }
  return limits;
}

const webhookSecretMin = 16;

function parsePublicUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const origin = confidentialOrigin(text);
  if (origin === undefined)
    throw new ConfigurationError('SPCI_PUBLIC_URL', 'an https origin, or http on loopback, without a path');
  return origin;
}

function parseCommit(text: string | undefined): string | undefined {
  if (text === undefined || /^[0-9a-f]{40}$/i.test(text)) return text?.toLowerCase();
  throw new ConfigurationError('SPCI_COMMIT', 'a commit of 40 hexadecimal digits');
}

function parseMail(environment: Environment): Pick<Settings, 'smtp' | 'mailFrom'> {
  const [url, from] = [optional(environment, 'SPCI_SMTP_URL'), optional(environment, 'SPCI_MAIL_FROM')];
  const smtp = parseSmtpUrl(url);
  const mailFrom = parseSender(from ?? 'SPCI <spci@localhost>');
  if (url !== undefined && smtp === undefined)
    throw new ConfigurationError('SPCI_SMTP_URL', 'smtp://user:password@host:port or smtps://…, without a path');
  if (mailFrom === undefined || (smtp !== undefined && from === undefined))
    throw new ConfigurationError('SPCI_MAIL_FROM', 'an address, or Name <address>; required with SPCI_SMTP_URL');
  return { smtp, mailFrom };
}

/** What was parsed; throws a `ConfigurationError` for what was refused. */
export function accepted<Parsed extends object>(parsed: Parsed | SettingFault): Parsed;
export function accepted<Parsed extends object>(parsed: Parsed | SettingFault | undefined): Parsed | undefined;
export function accepted<Parsed extends object>(parsed: Parsed | SettingFault | undefined): Parsed | undefined {
  if (parsed !== undefined && 'fault' in parsed) throw new ConfigurationError(parsed.setting, parsed.fault);
  return parsed;
}

function parseForgeSettings(environment: Environment): Pick<Settings, 'forge' | 'forgeApp' | 'forgeUrl'> {
  const url = optional(environment, 'SPCI_FORGE_URL');
  const clientId = optional(environment, 'SPCI_GITHUB_CLIENT_ID');
  const clientSecret = optional(environment, 'SPCI_GITHUB_CLIENT_SECRET');
  const appId = optional(environment, 'SPCI_GITHUB_APP_ID');
  const privateKey = contentOf(environment, 'SPCI_GITHUB_APP_KEY_FILE');
  const forge = accepted(parseForge({ url, clientId, clientSecret }));
  const forgeApp = accepted(parseForgeApp({ url, appId, privateKey }));
  return { forge, forgeApp, forgeUrl: (forge ?? forgeApp)?.url };
}

function parseWebhookSecret(text: string | undefined): string | undefined {
  if (text === undefined || text.length >= webhookSecretMin) return text;
  throw new ConfigurationError('SPCI_GITHUB_WEBHOOK_SECRET', `at least ${webhookSecretMin} characters`);
}

/** What stands in the file that the setting names. */
function contentOf(environment: Environment, name: string): string | undefined {
  const file = optional(environment, name);
  if (file === undefined) return undefined;
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new ConfigurationError(name, 'a file that can be read');
  }
}

function globalRegionIn(environment: Environment): GlobalRegion | undefined {
  const [url, token] = [optional(environment, 'SPCI_GLOBAL_URL'), optional(environment, 'SPCI_GLOBAL_TOKEN')];
  return accepted(parseGlobalRegion({ url, token }));
}

function ftpIn(environment: Environment): FtpSettings | undefined {
  const publicUrl = parsePublicUrl(optional(environment, 'SPCI_PUBLIC_URL'));
  const [port, host, passivePorts, listensOn = '127.0.0.1'] = (
    ['SPCI_FTP_PORT', 'SPCI_FTP_HOST', 'SPCI_FTP_PASSIVE_PORTS', 'HOST'] as const
  ).map((name) => optional(environment, name));
  const certificate = contentOf(environment, 'SPCI_FTP_CERTIFICATE_FILE');
  const key = contentOf(environment, 'SPCI_FTP_KEY_FILE');
  return accepted(parseFtp({ port, host, passivePorts, certificate, key, publicUrl, listensOn }));
}

function sealingKeysIn(environment: Environment): Keyring | undefined {
  const text = optional(environment, 'SPCI_SEALING_KEYS');
  return text === undefined ? undefined : accepted(parseSealingKeys(text));
}

function parseRetention(environment: Environment): number | undefined {
  const name = 'SPCI_RETENTION_DAYS';
  return optional(environment, name) === undefined ? undefined : whole(environment, name, 1, 1, 36_500);
}

/** A service of one's own has one region, whatever that is called. */
function parseS3(environment: Environment): Settings['s3'] {
  const text = optional(environment, 'SPCI_S3_ENDPOINT');
  const region = optional(environment, 'AWS_REGION') ?? optional(environment, 'AWS_DEFAULT_REGION');
  if (text === undefined) return { endpoint: undefined, region };
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== '' || url.search + url.hash !== '')
    throw new ConfigurationError('SPCI_S3_ENDPOINT', 'an http or https address without credentials');
  return { endpoint: url.href.replace(/\/$/, ''), region: region ?? 'us-east-1' };
}

/** Reads and checks the whole configuration; throws a `ConfigurationError` that names the first bad setting. */
export function settingsFrom(environment: Environment): Settings {
  const dataDirectory = resolve(optional(environment, 'SPCI_DATA_DIR') ?? '.spci');
  const settings: Settings = {
    production: environment['NODE_ENV'] === 'production',
    host: optional(environment, 'HOST') ?? '127.0.0.1',
    port: whole(environment, 'PORT', 8080, 0, 65_535),
    publicUrl: parsePublicUrl(optional(environment, 'SPCI_PUBLIC_URL')),
    dataDirectory,
    databaseUrl: optional(environment, 'DATABASE_URL'),
    blobs: optional(environment, 'SPCI_BLOBS') ?? `file:${dataDirectory}/blobs`,
    s3: parseS3(environment),
    bootstrapEmail: optional(environment, 'SPCI_BOOTSTRAP_EMAIL'),
    bootstrapPassword: optional(environment, 'SPCI_BOOTSTRAP_PASSWORD'),
    lookupKeys: optional(environment, 'SPCI_LOOKUP_KEYS'),
    sealingKeys: sealingKeysIn(environment),
    trustedProxies: (optional(environment, 'SPCI_TRUSTED_PROXIES') ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
    limits: parseLimits(environment['SPCI_LIMITS']),
    leaseMs: whole(environment, 'SPCI_LEASE_MS', 60_000, 1000, 600_000),
    uploadBytesMax: whole(environment, 'SPCI_MAX_UPLOAD_BYTES', 1_073_741_824, 1, 1_099_511_627_776),
    retentionDays: parseRetention(environment),
    singleNode: environment['SPCI_SINGLE_NODE'] === '1',
    role: oneOf(environment, 'SPCI_ROLE', ['all', 'http', 'jobs']),
    logLevel: oneOf(environment, 'SPCI_LOG_LEVEL', ['info', 'trace', 'debug', 'warn', 'error', 'fatal', 'silent']),
    commit: parseCommit(optional(environment, 'SPCI_COMMIT')),
    ...parseMail(environment),
    ...parseForgeSettings(environment),
    webhookSecret: parseWebhookSecret(optional(environment, 'SPCI_GITHUB_WEBHOOK_SECRET')),
    ffprobe: optional(environment, 'SPCI_FFPROBE'),
    searchPath: environment['PATH'] ?? '',
    ...accepted(
      parseAccess({
        queryTokens: optional(environment, 'SPCI_QUERY_TOKENS'),
        queryTokensSunset: optional(environment, 'SPCI_QUERY_TOKENS_SUNSET'),
        legacyTokens: optional(environment, 'SPCI_LEGACY_TOKENS'),
        handoffOrigins: optional(environment, 'SPCI_HANDOFF_ORIGINS'),
      }),
    ),
    ftp: ftpIn(environment),
    globalRegion: globalRegionIn(environment),
    promiseIssuer: accepted(parsePromiseIssuer((name) => optional(environment, name))),
    ...accepted(parsePreflightReach(optional(environment, 'SPCI_PREFLIGHT_REACH'))),
    signup: oneOf(environment, 'SPCI_SIGNUP', ['on', 'off']) === 'on',
  };
  if (settings.databaseUrl === undefined && settings.role !== 'all')
    throw new ConfigurationError('SPCI_ROLE', 'must be all on the embedded database, which belongs to one process');
  return settings.production ? accepted(unsafeIn(settings, environment) ?? settings) : settings;
}
