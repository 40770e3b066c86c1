import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table baseline_approval_variants (
      approval_id integer not null,
      expected_output_id integer not null,
      platform text,
      sha256 text not null,
      constraint baseline_approval_variants_output_fkey
        foreign key (approval_id, expected_output_id) references baseline_approval_outputs,
      constraint baseline_approval_variants_key
        unique nulls not distinct (approval_id, expected_output_id, platform, sha256)
    )`.execute(db);
}
