import pg from "pg";

/** Every statement sent to the database during `work`, with the number of its parameters. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...sent: unknown[]) {
    const first = sent[0] as string | { text: string; values?: unknown[] };
    const values = typeof first === "string" ? sent[1] : first.values;
    const text = typeof first === "string" ? first : first.text;
    statements.push(`${text} [${Array.isArray(values) ? values.length : 0}]`);
    return Reflect.apply(query, this, sent);
  } as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return statements;
}
