import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { keep, root } from "@/scripts/settings";
import type { Recorded } from "./recorded";
import { cleanEnvironment, type Running, startNode } from "./servers";
import type { Visitor } from "./visits";

/** Starts a bare Node server that asks and sends what these pages did. */
export async function startNodeServer(
  pages: Record<string, Recorded>,
  visitors: Record<string, Visitor>,
  databaseUrl: string,
  port: number,
): Promise<Running> {
  const file = join(keep, `bench-pages-${process.pid}.json`);
  writeFileSync(file, JSON.stringify(planOf(pages, visitors)));
  const args = [join(root, "bench", "node-app.mjs"), file, String(port)];
  const env = cleanEnvironment({ DATABASE_URL: databaseUrl, NODE_ENV: "production" });
  try {
    return await startNode({ name: "The bare Node server", args, folder: root, env, port });
  } finally {
    rmSync(file, { force: true });
  }
}

function planOf(pages: Record<string, Recorded>, visitors: Record<string, Visitor>): Record<string, object> {
  return Object.fromEntries(
    Object.entries(pages).map(([name, { statements, packed }]) => [
      visitors[name]?.path ?? "",
      {
        body: packed.toString("base64"),
        queries: statements.map(({ statement, values, isNamed }) => ({ text: statement, values, isNamed })),
      },
    ]),
  );
}
