import { Client } from "pg";
import { dropIndexes } from "./indexes";
import { steps } from "./steps";
import { makeVocabulary } from "./vocabulary";

export type Size = { requests: number };

/** Words of which all texts are made, and sentences of these. */
const words = 6_000;
const sentences = 20_000;

/**
 * Fills a desk with a year of other people's requests: most customers have few of them and some very many, 2 % are
 * open, and words are as frequent as in a language. By SQL without triggers, which takes minutes for a million.
 */
export async function fillDesk(databaseUrl: string, { requests }: Size): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      "set session_replication_role = replica; set synchronous_commit = off; set work_mem = '128MB'; set maintenance_work_mem = '256MB'; set max_parallel_maintenance_workers = 2; select setseed(0.42)",
    );
    await client.query(
      "create temp table dictionary as select place::int, word from unnest($1::text[]) with ordinality as words (word, place)",
      [makeVocabulary(words)],
    );
    const values: Record<string, number> = { requests, sentences, words, people: Math.ceil(requests / 8) };
    const createIndexes = await dropIndexes(client);
    for (const [name, sql] of Object.entries(steps)) {
      const since = performance.now();
      await client.query(sql.replace(/:(\w+)/g, (whole, value) => String(values[value] ?? whole)));
      tell(name, since);
    }
    const since = performance.now();
    await createIndexes();
    tell("indexes", since);
    await client.query("vacuum analyze");
  } finally {
    await client.end();
  }
}

function tell(name: string, since: number): void {
  const seconds = (performance.now() - since) / 1_000;
  if (seconds > 5) process.stderr.write(`  ${name}: ${Math.round(seconds)} s\n`);
}
