import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table preflight_jobs
      add verdict text check (verdict in ('pass', 'fail', 'incomplete')),
      add constraint preflight_jobs_judged_check check (verdict is null or status = 'completed')`.execute(db);
  await sql`
    update preflight_jobs as job set verdict = case
      when exists (
        select from preflight_audits where job_id = job.id and result ->> 'state' = 'issues'
      ) then 'fail'
      when (
        select count(*) from preflight_audits join preflight_pages using (job_id, position)
        where job_id = job.id and preflight_pages.state = 'read' and (result ->> 'state' = 'ok' or result #>> '{reason,code}' = 'no_browser')
      ) = cardinality(urls) * cardinality(audits) then 'pass'
      else 'incomplete' end
    where status = 'completed'`.execute(db);
}
