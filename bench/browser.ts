import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "@/scripts/browser.mjs";
import type { Cluster } from "@/scripts/postgres/cluster";
import { startBareApp } from "./bare";
import { seedWith, start, workingTree } from "./builds";
import { withDatabases } from "./compare";
import { median } from "./cost";
import { measureInteractions } from "./interactions";
import { cleanEnvironment } from "./servers";
import { prepareVisits, type Visitor } from "./visits";

const port = 3990;
const times = 5;
/** Fetched by npm when it is asked for: it has two hundred packages, and nothing else needs it. */
const lighthouse = "lighthouse@12.8.2";
const pages = ["sign-in", "the catalog", "a form", "a customer's list", "a customer's request"];

const categories = ["performance", "accessibility", "best-practices", "seo"] as const;
const audits: Record<string, [id: string, unit: number]> = {
  "FCP ms": ["first-contentful-paint", 1],
  "LCP ms": ["largest-contentful-paint", 1],
  "TBT ms": ["total-blocking-time", 1],
  "shift %": ["cumulative-layout-shift", 0.01],
  kB: ["total-byte-weight", 1_000],
};

type Report = {
  categories: Record<string, { score: number }>;
  audits: Record<string, { numericValue: number }>;
};
type Figures = Record<string, number>;

/**
 * Prints what Lighthouse says of customers' pages on its slow phone, and of the bare app: the median of five in turn,
 * and how fast they answer what people tap and type.
 */
export function measureBrowser(cluster: Cluster, requests: number): Promise<void> {
  return withDatabases(cluster, 1, async ([name = ""]) => {
    await cluster.createDatabase(name);
    const seed = seedWith(workingTree, cluster.url(name), requests);
    const bare = await startBareApp(port - 1);
    const desk = await start(workingTree, cluster.url(name), port);
    try {
      const visitors = await prepareVisits(desk.url, seed);
      const addresses: Record<string, Visitor> = {
        "the bare app": { path: `${bare.url}/`, cookie: "" },
        ...Object.fromEntries(
          pages.map(page => [
            page,
            { path: desk.url + (visitors[page]?.path ?? ""), cookie: visitors[page]?.cookie ?? "" },
          ]),
        ),
      };
      const figures = inTurn(addresses);
      const waits = await measureInteractions(addresses);
      for (const [page, wait] of Object.entries(waits))
        Object.assign(figures[page] ?? {}, { "INP ms": wait });
      console.table(figures);
    } finally {
      await desk.stop();
      await bare.stop();
    }
  });
}

function inTurn(addresses: Record<string, Visitor>): Record<string, Figures> {
  const rounds = Array.from({ length: times }, () =>
    Object.fromEntries(Object.entries(addresses).map(([page, visitor]) => [page, look(visitor)])),
  );
  return Object.fromEntries(
    Object.entries(rounds[0] ?? {}).map(([page, first]) => {
      const of = (figure: string) => median(rounds.map(round => round[page]?.[figure] ?? 0));
      return [page, Object.fromEntries(Object.keys(first).map(figure => [figure, of(figure)]))];
    }),
  );
}

function look({ path, cookie }: Visitor): Figures {
  const folder = mkdtempSync(join(tmpdir(), "lighthouse-"));
  const file = join(folder, "report.json");
  try {
    const args = ["--yes", lighthouse, path, "--quiet", "--output=json", `--output-path=${file}`];
    const browser = "--chrome-flags=--headless --no-sandbox";
    const headers = `--extra-headers=${JSON.stringify(cookie ? { Cookie: cookie } : {})}`;
    execFileSync("npx", [...args, browser, headers, `--only-categories=${categories.join()}`], {
      cwd: folder,
      env: cleanEnvironment({ CHROME_PATH: findBrowser() ?? "" }),
      stdio: ["ignore", "ignore", "inherit"],
    });
    return figuresIn(JSON.parse(readFileSync(file, "utf8")) as Report);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function figuresIn({ categories: scores, audits: results }: Report): Figures {
  const points = categories.map(name => [name, Math.round((scores[name]?.score ?? 0) * 100)]);
  const values = Object.entries(audits).map(([name, [id, unit]]) => [
    name,
    Math.round((results[id]?.numericValue ?? 0) / unit),
  ]);
  return Object.fromEntries([...points, ...values]);
}
