import type { Client } from "pg";

const most = 1_000;

// Columns that the database computes are computed anew when what they are made of is written.
const foldSome = `
  with taken as (
    delete from to_fold where ctid = any (array(select ctid from to_fold limit ${most})) returning source, id
  ),
  passages as (
    update passages p set folded = fold(coalesce(
      (select concat_ws(E'\\n', r.summary, nullif(r."searchText", '')) from requests r where r.id = p."sourceId"),
      (select c.body from comments c where c.id = p."sourceId")))
    from taken t where t.source = 'passages' and p."sourceId" = t.id
  ),
  notes as (update notes x set body = x.body from taken t where t.source = 'notes' and x.id = t.id),
  people as (update people x set name = x.name from taken t where t.source = 'people' and x.id = t.id),
  files as (update files x set name = x.name from taken t where t.source = 'files' and x.id = t.id),
  customer_notes as (update customer_notes x set body = x.body from taken t where t.source = 'customer_notes' and x.id = t.id),
  agent_answers as (
    update agent_answers x set "searchText" = x."searchText" from taken t where t.source = 'agent_answers' and x."requestId" = t.id
  ),
  help_articles as (update help_articles x set title = x.title from taken t where t.source = 'help_articles' and x.id = t.id)
  select count(*)::int as count from taken`;

/**
 * Folds what migrations have left to be folded again. Each part of it is a transaction, so that an upgrade that is broken
 * off loses at most one.
 */
export async function foldAgain(client: Client): Promise<void> {
  let count: number;
  do {
    await client.query("begin");
    try {
      await client.query("set local statement_timeout = 0");
      // A parallel process waits here, and is not served before all is done.
      await client.query("select pg_advisory_xact_lock(hashtext('lodge migrations'))");
      const { rows } = await client.query<{ count: number }>(foldSome);
      count = rows[0]?.count ?? 0;
      await client.query("commit");
    } catch (error) {
      await client.query("rollback").catch(() => {});
      throw error;
    }
  } while (count === most);
}
