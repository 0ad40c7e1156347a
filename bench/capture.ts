import { Client } from "pg";

export type Query = { text: string; values: unknown[] };

export async function captureQueries(work: () => Promise<unknown>): Promise<Query[]> {
  const sent: Query[] = [];
  const original = Client.prototype.query;
  Client.prototype.query = function (this: Client, ...args: unknown[]) {
    const [query, values] = args as [{ text: string; values?: unknown[] } | string, unknown[]?];
    const text = typeof query === "string" ? query : query.text;
    if (/^\s*(select|with)\b/i.test(text))
      sent.push({ text, values: (typeof query === "string" ? values : (query.values ?? values)) ?? [] });
    return original.apply(this, args as Parameters<typeof original>);
  } as typeof original;
  try {
    await work();
  } finally {
    Client.prototype.query = original;
  }
  return sent;
}

type Node = { "Node Type": string; "Relation Name"?: string; Plans?: Node[] };
export type Plan = {
  /** 8 kB pages that the database read. */
  pages: number;
  /** Tables read by a sequential scan. */
  wholeTables: string[];
};

/** How the database goes about a statement, by carrying it out once. */
export async function planOf(databaseUrl: string, { text, values }: Query): Promise<Plan> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query(`explain (analyze, buffers, format json) ${text}`, values);
    const plan = rows[0]["QUERY PLAN"][0].Plan;
    const nodes = nodesOf(plan);
    return {
      pages: plan["Shared Hit Blocks"] + plan["Shared Read Blocks"],
      wholeTables: nodes
        .filter(node => node["Node Type"] === "Seq Scan")
        .map(node => node["Relation Name"] ?? ""),
    };
  } finally {
    await client.end();
  }
}

function nodesOf(node: Node): Node[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}
