import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { endChildren } from "../child";
import { generateCode } from "../schema/generate";
import { startTestCluster } from "./cluster";
import type { Counts } from "./counts";
import { buildStage, groups, type Lane, type Outcome, results, type Stage } from "./stages";

let isStopped = false;

async function go({ label, run }: Stage): Promise<Counts> {
  const since = performance.now();
  console.log(`… ${label}`);
  const outcome = await run().catch((error: unknown): Outcome => {
    return { passed: 0, failed: 1, output: error instanceof Error ? error.message : String(error) };
  });
  const { passed, failed, output } = outcome;
  if (output) console.log(`\n${output}\n`);
  const counted = passed + failed > 0 ? `  (${passed} passed, ${failed} failed)` : "";
  console.log(
    `${failed > 0 ? "✗" : "✓"} ${label}  ${((performance.now() - since) / 1000).toFixed(1)} s${counted}`,
  );
  return outcome;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function removeOldResults(): void {
  const folder = dirname(results);
  for (const name of existsSync(folder) ? readdirSync(folder) : [])
    if (/^\d+$/.test(name) && !isAlive(Number(name)))
      rmSync(join(folder, name), { recursive: true, force: true });
}

async function runLane(lane: Lane): Promise<Counts> {
  const counts: Counts[] = [];
  for (const stage of lane) if (!isStopped) counts.push(await go(stage));
  return sum(counts);
}

async function runAll(part: string | undefined): Promise<Counts> {
  const counts: Counts[] = [];
  for (const lanes of groups.map(group => group.map(lane => lane.filter(isOf(part))))) {
    const count = sum(await Promise.all(lanes.map(runLane)));
    counts.push(count);
    // Without a build there is nothing to open in a browser.
    if (lanes.flat().includes(buildStage) && count.failed > 0) break;
  }
  return sum(counts);
}

const sum = (counts: Counts[]): Counts => ({
  passed: counts.reduce((total, { passed }) => total + passed, 0),
  failed: counts.reduce((total, { failed }) => total + failed, 0),
});

const isOf = (part: string | undefined) => (stage: Stage) => part === undefined || stage.part === part;

async function main(): Promise<number> {
  // The runners write into a pipe, so they cannot detect a terminal.
  Object.assign(
    process.env,
    process.stdout.isTTY ? { FORCE_COLOR: "1" } : { NO_COLOR: "1", FORCE_COLOR: "0" },
  );
  const { values } = parseArgs({ options: { only: { type: "string" }, full: { type: "boolean" } } });
  if (values.full) process.env.FAULTS = "full";
  const chosen = groups.flat(2).filter(isOf(values.only));
  if (chosen.length === 0)
    throw new Error("--only takes one of: checks, unit, domain, security, e2e, faults");
  removeOldResults();
  mkdirSync(results, { recursive: true });
  await generateCode();
  // Started once for all stages, and stopped even if one of them is killed.
  const needsDatabase = chosen.some(({ part }) => ["domain", "security", "e2e"].includes(part));
  const cluster = needsDatabase ? await startTestCluster() : undefined;
  const total = await runAll(values.only).finally(() => cluster?.stop());
  if (total.failed === 0) rmSync(results, { recursive: true, force: true });
  else console.log(`\nTraces and screenshots of what failed: ${results}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  if (isStopped) return 130;
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
