import { type Cost, costOf, costOfVisits, mean, total } from "./cost";
import type { Running } from "./servers";
import type { Subject } from "./subjects";
import type { Visitor } from "./visits";

const rounds = 5;
const visitsEach = 30;
/** Between the pages. */
const bareVisits = 80;
/** Until code is compiled as well as it gets. The first hundreds of visits take up to twice the time, of the bare app too. */
const bareWarmUp = 2_000;
const warmUpEach = 400;
const actionsEach = 30;
export const bareVisitor: Visitor = { path: "/", cookie: "" };

/**
 * Measures processor time in rounds in which all subjects and the bare app alternate.
 * @returns what a visit of the bare app took, in each round
 */
export async function measureRounds(
  subjects: Subject[],
  bare: Running,
  postmaster: number,
  say: (sentence: string) => void,
): Promise<number[]> {
  say("Warming up …");
  await costOfVisits(bare, postmaster, bareVisitor, bareWarmUp);
  for (const { server, visitors } of subjects)
    for (const visitor of Object.values(visitors))
      await costOfVisits(server, postmaster, visitor, warmUpEach);
  await measureRound(subjects, bare, postmaster);
  subjects.forEach(forget);
  const bareCosts: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    say(`Round ${round} of ${rounds} …`);
    const inTurn = round % 2 ? subjects : subjects.toReversed();
    bareCosts.push(await measureRound(inTurn, bare, postmaster));
  }
  return bareCosts;
}

async function measureRound(subjects: Subject[], bare: Running, postmaster: number): Promise<number> {
  const bareCosts: number[] = [];
  const costs: { page: Subject["pages"][string]; cost: Cost }[] = [];
  for (const name of Object.keys(subjects[0]?.pages ?? {})) {
    bareCosts.push((await costOfVisits(bare, postmaster, bareVisitor, bareVisits)).server);
    for (const { server, node, pages, visitors } of subjects) {
      const [page, visitor] = [pages[name], visitors[name]];
      if (!page || !visitor) continue;
      const cost = await costOfVisits(server, postmaster, visitor, visitsEach);
      costs.push({ page, cost });
      if (node) {
        const least = await costOfVisits(node, postmaster, visitor, bareVisits);
        page.timesNode.push(total(cost) / total(least));
      }
    }
  }
  const bareCost = mean(bareCosts);
  for (const { page, cost } of costs) {
    page.costs.push(cost);
    page.timesBare.push(total(cost) / bareCost);
  }
  await measureActions(subjects, postmaster);
  return bareCost;
}

async function measureActions(subjects: Subject[], postmaster: number): Promise<void> {
  for (const name of Object.keys(subjects[0]?.acts ?? {}))
    for (const { server, acts, actions } of subjects) {
      const cost = await costOf(server, postmaster, async () => acts[name]?.(actionsEach));
      actions[name]?.push({ server: cost.server / actionsEach, database: cost.database / actionsEach });
    }
}

function forget({ pages, actions }: Subject): void {
  for (const page of Object.values(pages))
    for (const figures of [page.costs, page.timesBare, page.timesNode]) figures.length = 0;
  for (const costs of Object.values(actions)) costs.length = 0;
}
