import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { provideBrowser } from "./browser.mjs";
import { buildIfChanged } from "./build";
import { endChildren, runNode } from "./child";
import { generateClient } from "./generate";
import { root } from "./settings";
import { type Counts, countReport } from "./test-counts";

type Outcome = Counts & { told?: string };
type Stage = { part: "checks" | "unit" | "domain" | "e2e"; label: string; run: () => Promise<Outcome> };

const results = join(root, "test-results", String(process.pid));
const bin = (...path: string[]) => join(root, "node_modules", ...path);
let isStopped = false;
const good: Outcome = { passed: 0, failed: 0 };

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** A check is no test: it counts only when it fails. */
async function check(...args: string[]): Promise<Outcome> {
  const { code, output } = await runNode(args);
  return code === 0 ? good : { passed: 0, failed: 1, told: output };
}

async function types(): Promise<Outcome> {
  const typegen = await check(bin("next", "dist", "bin", "next"), "typegen");
  return typegen.failed ? typegen : check(bin("typescript", "bin", "tsc"), "--noEmit");
}

async function vitest(...projects: string[]): Promise<Outcome> {
  const file = join(results, `${projects.join("-")}.json`);
  const { code, output } = await runNode([
    bin("vitest", "vitest.mjs"),
    "run",
    ...projects.flatMap(name => ["--project", name]),
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  return withReason(countReport("vitest", file, code), output);
}

async function playwright(): Promise<Outcome> {
  const file = join(results, "browser.json");
  const { code, output } = await runNode(
    [bin("@playwright", "test", "cli.js"), "test", "--reporter=dot,json"],
    {
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      TEST_RESULTS: join(results, "browser"),
    },
  );
  return withReason(countReport("playwright", file, code), output);
}

const withReason = (counts: Counts, output: string): Outcome =>
  counts.failed > 0 ? { ...counts, told: output } : counts;

async function browserTests(): Promise<Outcome> {
  await provideBrowser(process.execPath);
  return playwright();
}

const stages: Stage[] = [
  {
    part: "checks",
    label: "Format and lint",
    run: () => check(bin("@biomejs", "biome", "bin", "biome"), "check"),
  },
  { part: "checks", label: "Types", run: types },
  { part: "checks", label: "Import directions", run: () => vitest("architecture") },
  { part: "unit", label: "Unit tests", run: () => vitest("unit") },
  { part: "domain", label: "Domain tests", run: () => vitest("domain") },
  { part: "e2e", label: "Production build", run: async () => ({ ...good, isBuilt: await buildIfChanged() }) },
  { part: "e2e", label: "Browser tests", run: browserTests },
];

/** Runs one stage, shows how it went, and takes whatever it throws as its failure. */
async function go({ label, run }: Stage): Promise<Counts> {
  const since = performance.now();
  console.log(`… ${label}`);
  const outcome = await run().catch((error: unknown): Outcome => {
    return { passed: 0, failed: 1, told: error instanceof Error ? error.message : String(error) };
  });
  const { passed, failed, told } = outcome;
  if (told) console.log(`\n${told}\n`);
  const counted = passed + failed > 0 ? `  (${passed} passed, ${failed} failed)` : "";
  console.log(
    `${failed > 0 ? "✗" : "✓"} ${label}  ${((performance.now() - since) / 1000).toFixed(1)} s${counted}`,
  );
  return outcome;
}

/** What former runs have left behind for a look. */
function removeOldResults(): void {
  const folder = dirname(results);
  for (const name of existsSync(folder) ? readdirSync(folder) : [])
    if (/^\d+$/.test(name) && !isAlive(Number(name)))
      rmSync(join(folder, name), { recursive: true, force: true });
}

async function main(): Promise<number> {
  // The runners write into a pipe; whether their colours are wanted shows here.
  Object.assign(
    process.env,
    process.stdout.isTTY ? { FORCE_COLOR: "1" } : { NO_COLOR: "1", FORCE_COLOR: "0" },
  );
  const { values } = parseArgs({ options: { only: { type: "string" } } });
  const chosen = stages.filter(({ part }) => values.only === undefined || values.only === part);
  if (chosen.length === 0) throw new Error("--only takes one of: checks, unit, domain, e2e");
  removeOldResults();
  mkdirSync(results, { recursive: true });
  await generateClient();
  const total = { passed: 0, failed: 0 };
  for (const stage of chosen) {
    if (isStopped) break;
    const { passed, failed } = await go(stage);
    total.passed += passed;
    total.failed += failed;
    // Without pages there is nothing to open in a browser.
    if (failed > 0 && stage.label === "Production build") break;
  }
  if (total.failed === 0) rmSync(results, { recursive: true, force: true });
  else console.log(`\nTraces and screenshots of what failed: ${results}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 ? 1 : 0;
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => {
    isStopped = true;
    endChildren();
  });

process.exitCode = await main().catch((error: unknown) => {
  console.error(`✗ ${error instanceof Error ? error.message : error}`);
  console.log("\n0 passed, 1 failed");
  return 1;
});
