import { Client, escapeLiteral } from "pg";
import { forAnyValues } from "@/lib/prepared-statements";

/** `isLimited`: it has its transaction to itself, and is prepared. */
export type Query = { text: string; values: unknown[]; isInTransaction: boolean; isLimited: boolean };

export async function captureQueries(work: () => Promise<unknown>): Promise<Query[]> {
  const sent: Query[] = [];
  const original = Client.prototype.query;
  Client.prototype.query = function (this: Client, ...args: unknown[]) {
    const [query, values] = args as [{ text: string; values?: unknown[] } | string, unknown[]?];
    const text = typeof query === "string" ? query : query.text;
    if (/^\s*(select|with)\b/i.test(text))
      sent.push({
        text,
        values: (typeof query === "string" ? values : (query.values ?? values)) ?? [],
        isInTransaction: this.getTransactionStatus() === "T",
        isLimited: typeof query === "object" && "milliseconds" in query,
      });
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

/**
 * Executes a statement once under EXPLAIN ANALYZE. @param isPrepared uses a generic plan, if the statement can be
 * prepared
 */
export async function planOf(
  databaseUrl: string,
  { text, values, isInTransaction, isLimited }: Query,
  isPrepared = false,
): Promise<Plan> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const explain = "explain (analyze, buffers, format json)";
  const isGeneric = isLimited || (isPrepared && !isInTransaction);
  try {
    if (isLimited) await client.query(`begin; ${forAnyValues}`);
    if (isGeneric) await client.query(`set plan_cache_mode = force_generic_plan; prepare it as ${text}`);
    const { rows } = isGeneric
      ? await client.query(`${explain} execute it${listOf(values)}`)
      : await client.query(`${explain} ${text}`, values);
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

/** EXECUTE accepts literals only. */
function listOf(values: unknown[]): string {
  const literalOf = (value: unknown): string => {
    if (value === null || value === undefined) return "null";
    if (value instanceof Date) return escapeLiteral(value.toISOString());
    if (Array.isArray(value))
      return escapeLiteral(`{${value.map(item => JSON.stringify(String(item))).join(",")}}`);
    return escapeLiteral(String(value));
  };
  return values.length > 0 ? `(${values.map(literalOf).join(", ")})` : "";
}

function nodesOf(node: Node): Node[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}
