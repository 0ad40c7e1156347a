import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { provideBrowser } from "../browser.mjs";
import { buildIfChanged } from "../build";
import { runNode } from "../child";
import { root } from "../settings";
import { type Counts, countReport } from "./counts";

export type Outcome = Counts & { output?: string };
export type Stage = {
  part: "checks" | "unit" | "domain" | "security" | "e2e" | "faults";
  label: string;
  run: () => Promise<Outcome>;
};
/** Stages of a lane run one after the other, the lanes in parallel. */
export type Lane = Stage[];

export const results = join(root, "test-results", String(process.pid));
const bin = (...path: string[]) => join(root, "node_modules", ...path);
const good: Outcome = { passed: 0, failed: 0 };

/** A check counts only when it fails, since it is not a test. */
async function check(...args: string[]): Promise<Outcome> {
  const { code, output } = await runNode(args);
  return code === 0 ? good : { passed: 0, failed: 1, output };
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

/** Also prints one line per injected fault. */
async function faults(): Promise<Outcome> {
  const numbers = join(results, "faults.txt");
  process.env.FAULT_NUMBERS = numbers;
  const outcome = await vitest("faults");
  const output = existsSync(numbers) ? readFileSync(numbers, "utf8").trim() : undefined;
  return { ...outcome, output: outcome.output ?? output };
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
  counts.failed > 0 ? { ...counts, output } : counts;

async function build(): Promise<Outcome> {
  await buildIfChanged();
  return good;
}

async function browserTests(): Promise<Outcome> {
  await provideBrowser(process.execPath);
  return playwright();
}

const lint: Stage = {
  part: "checks",
  label: "Format and lint",
  run: () => check(bin("@biomejs", "biome", "bin", "biome"), "check"),
};

// Unused exports, files and dependencies; knip.json lists the entry points.
const deadCode: Stage = {
  part: "checks",
  label: "Dead code",
  run: () => check(bin("knip", "bin", "knip.js"), "--no-config-hints"),
};

export const buildStage: Stage = { part: "e2e", label: "Production build", run: build };

/** One group after the other. */
export const groups: Lane[][] = [
  [
    [lint],
    [{ part: "checks", label: "Types", run: types }],
    [deadCode],
    [{ part: "checks", label: "Import directions", run: () => vitest("architecture") }],
    [{ part: "unit", label: "Unit tests", run: () => vitest("unit") }],
  ],
  [[buildStage]],
  [
    [
      { part: "domain", label: "Domain tests", run: () => vitest("domain", "domain-settings") },
      { part: "security", label: "Security tests", run: () => vitest("security") },
    ],
    // These wait more than they compute.
    [
      { part: "faults", label: "Fault tests", run: faults },
      { part: "e2e", label: "Budgets of pages", run: () => vitest("budget") },
    ],
  ],
  [[{ part: "e2e", label: "Browser tests", run: browserTests }]],
];
