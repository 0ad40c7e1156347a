import { beforeAll, expect, test } from "vitest";
import { spentBy } from "@/bench/budget";
import budget from "@/bench/budget.json" with { type: "json" };
import { workingTree } from "@/bench/builds";
import { fillDesk } from "@/bench/desk/fill";
import { givePasswords } from "@/bench/passwords";
import { type Recorded, recordPages } from "@/bench/recorded";
import { makeWorld } from "@/bench/world";
import { makeTestDatabase } from "../support/databases";
import { freePort } from "../support/desk";
import { setSettings } from "../support/settings";

let pages: Record<string, Recorded>;

beforeAll(async () => {
  const databaseUrl = await makeTestDatabase("budget");
  setSettings({ DATABASE_URL: databaseUrl, WORKER: "off" });
  await fillDesk(databaseUrl, { requests: 300 });
  const seed = await givePasswords(databaseUrl, await makeWorld());
  pages = await recordPages(workingTree, databaseUrl, await freePort(), seed, "all");
});

test("every measured page has a budget", () => {
  expect(Object.keys(pages).sort()).toEqual(Object.keys(budget).sort());
});

// `npm run bench -- --untimed` lists the statements, and what is constructed where.
test.each(Object.entries(budget))("%s keeps within its budget", (name, most) => {
  const page = pages[name];
  if (!page) throw new Error("This page was not measured.");
  const spent = spentBy(page);
  const over = Object.entries(most).filter(([part, limit]) => spent[part as keyof typeof spent] > limit);
  expect(Object.fromEntries(over), `over budget; it took ${JSON.stringify(spent)}`).toEqual({});
});
