import { sql, type Kysely } from 'kysely';

/** One for each filter of a list, in the order in which it is listed, so that counting and paging read indexes alone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop index runs_domain_id_created_at_idx`.execute(db);
  await sql`create index runs_domain_id_created_at_idx on runs (domain_id, created_at desc, id desc)
    include (status, platform, repository_id, branch)`.execute(db);
  await sql`create index runs_domain_id_idx on runs (domain_id, id desc)
    include (status, platform, repository_id, branch)`.execute(db);
  await sql`create index runs_domain_id_branch_idx on runs (domain_id, branch, created_at desc, id desc)`.execute(db);
  await sql`create index runs_domain_id_platform_idx on runs (domain_id, platform, created_at desc, id desc)`.execute(
    db,
  );
  await sql`create index runs_domain_id_commit_sha_idx on runs (domain_id, commit_sha, created_at desc, id desc)`.execute(
    db,
  );
  await sql`create index runs_repository_id_created_at_idx on runs (repository_id, created_at desc, id desc)`.execute(
    db,
  );
  await sql`create index results_status_idx on results (regression_test_id, status, run_id desc)`.execute(db);
}
