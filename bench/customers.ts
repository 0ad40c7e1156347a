import { Client } from "pg";

/** Makes somebody the requester of so many requests of others, of all ages. */
export async function giveRequests(databaseUrl: string, email: string, count: number): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query(
      `create temp table given on commit drop as
         select r.id, p.id as "personId" from people p
         cross join lateral (
           select id from requests where "requesterId" <> p.id order by number % 7, number limit $2
         ) r
         where p.email = $1`,
      [email, count],
    );
    await client.query(
      `delete from members m using given where m."requestId" = given.id and m."personId" = given."personId"`,
    );
    await client.query(
      `update members m set "personId" = given."personId" from given where m."requestId" = given.id and m.role = 'requester'`,
    );
    await client.query(
      `update requests r set "requesterId" = given."personId" from given where r.id = given.id`,
    );
    await client.query("commit");
    await client.query("vacuum analyze");
  } finally {
    await client.end();
  }
}
