import type { Results } from "./compare";
import { median } from "./cost";
import type { Recorded } from "./recorded";
import { actionRows, comparison, constructionRows, memoryLine, pageRows, recordedRows, round } from "./table";

export function printResults({ bareCosts, bareLoad, desks }: Results): void {
  const load = bareLoad ? `, ${Math.round(bareLoad.perSecond)} pages a second` : "";
  console.log(`\nThe bare app: ${round(median(bareCosts), 2)} ms of processor time for a visit${load}`);
  for (const desk of desks) {
    console.log(`\n${desk.name}, ${desk.requests.toLocaleString("en")} requests`);
    console.table(pageRows(desk));
    console.table(actionRows(desk));
    console.log(memoryLine(desk));
  }
  const [before, after] = desks;
  if (!before || !after) return;
  console.log(`\n${after.name} as a multiple of ${before.name}`);
  console.table(comparison(before, after));
}

export function printRecorded(pages: Record<string, Recorded>): void {
  console.table(recordedRows(pages));
  for (const [name, { statements }] of Object.entries(pages)) {
    console.log(`\n${name}`);
    for (const { statement, isNamed } of statements)
      console.log(
        `${isNamed ? "  prepared  " : "            "}${statement.replace(/\s+/g, " ").slice(0, 120)}`,
      );
  }
  console.log("\nConstructed by a page's second rendering");
  for (const [what, by] of Object.entries(constructionRows(pages))) {
    const counts = Object.entries(by).map(([page, count]) => `${page} ${count}`);
    console.log(`  ${what}: ${counts.join(", ")}`);
  }
}
