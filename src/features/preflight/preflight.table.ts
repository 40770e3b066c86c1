import type { Selectable } from 'kysely';
import type { components } from '../../../generated/api.ts';
import type { CreatedAt, Defaulted, Json, OptionalMoment } from '../../db/columns.ts';
import type { AuditResult } from '../../preflight/audits/audit.ts';
import type { Profiling } from '../../preflight/profiling.ts';

type Described = components['schemas'];

export interface PreflightJobsTable {
  /** UUID. */
  id: string;
  domain_id: number;
  site_id: number;
  run_id: number | null;
  account_id: number;
  step: Described['PreflightStep'];
  status: Defaulted<Described['PreflightStatus']>;
  /** Written with the end of a job that is completed; null of every other. */
  verdict: Defaulted<Described['PreflightVerdict'] | null>;
  /** As they were given, each page once. */
  urls: string[];
  /** Those that the site had enabled when the job was begun. */
  audits: Described['AuditName'][];
  authentication_required: boolean;
  /** Whether what earlier jobs found of the same bytes is taken over. */
  reuse: Defaulted<boolean>;
  /** Of `sealPromiseToken`; gone at the end of the job. */
  sealed_token: string | null;
  /** Whether the token was made for this job, so that it ends with it. */
  token_minted: boolean;
  attempt: Defaulted<number>;
  /** Until when the attempt may write; null while nobody is at work. */
  lease_until: OptionalMoment;
  error_code: Defaulted<string | null>;
  error_message: Defaulted<string | null>;
  profiling: Json<Profiling> | null;
  created_at: CreatedAt;
  updated_at: Defaulted<string>;
  started_at: OptionalMoment;
  ended_at: OptionalMoment;
  expires_at: Defaulted<string>;
}
export type PreflightJobRow = Selectable<PreflightJobsTable>;

/** A delivery of chosen suggestions. */
export interface PreflightFixesTable {
  /** UUID. */
  id: string;
  job_id: string;
  domain_id: number;
  site_id: number;
  account_id: number;
  status: Defaulted<Described['PreflightFixesStatus']>;
  /** As they are sent. */
  fixes: Json<Described['PreflightFix'][]>;
  /** As of a job. */
  sealed_token: string | null;
  token_minted: boolean;
  attempt: Defaulted<number>;
  lease_until: OptionalMoment;
  /** Null: it never answered. */
  response_status: Defaulted<number | null>;
  error_code: Defaulted<string | null>;
  error_message: Defaulted<string | null>;
  created_at: CreatedAt;
  updated_at: Defaulted<string>;
  started_at: OptionalMoment;
  ended_at: OptionalMoment;
}
export type PreflightFixesRow = Selectable<PreflightFixesTable>;

/** What is done for a site in the background, by what promise tokens are for. */
export interface WorkRows {
  readonly preflight: PreflightJobRow;
  readonly fixes: PreflightFixesRow;
}
export type WorkPurpose = keyof WorkRows;
export const workTables = { preflight: 'preflight_jobs', fixes: 'preflight_fixes' } as const;

/** What work that has ended leaves to be cleared away elsewhere. */
export interface EndedWork extends Pick<PreflightJobRow, 'id' | 'site_id' | 'token_minted' | 'sealed_token'> {
  readonly purpose: WorkPurpose;
}

/** A page that was looked at, by its place in `urls`. */
export interface PreflightPagesTable {
  job_id: string;
  position: number;
  state: Described['PreflightPage']['state'];
  status: number | null;
  final_url: string | null;
  /** Of `pageDigest`; null: it was not read, or before there were digests. */
  digest: string | null;
  read_at: Defaulted<string>;
}

/** An audit that is done. */
export interface PreflightAuditsTable {
  job_id: string;
  position: number;
  name: Described['AuditName'];
  result: Json<AuditResult>;
  /** The job that looked at the page, which may have been deleted since; null: this one. */
  reused_from_job_id: string | null;
}
export type PreflightAuditRow = Selectable<PreflightAuditsTable>;
