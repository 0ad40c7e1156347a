import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "@/scripts/settings";
import { expect, test } from "../support/e2e";

type Route = { route: string; firstLoadChunkPaths: string[] };

const most = 15_000;
/**
 * React, the router and Next's links: what a page without a component of ours loads with Next 16.4. We follow links
 * ourselves, and that counts. The bundler's numbers of modules have six digits by now, which is 250 bytes of this.
 */
const ofNext = 139_750;
const forCustomers = /^\/(?!agent|admin|mailbox|_)/;

/** What the build says that each page loads at first. */
const routes = JSON.parse(
  readFileSync(join(root, ".next", "diagnostics", "route-bundle-stats.json"), "utf8"),
) as Route[];

const weigh = (path: string) => gzipSync(readFileSync(join(root, path))).length;

test("no page for customers ships more than 15 kB of our own script", () => {
  const pages = routes.filter(({ route }) => forCustomers.test(route));
  expect(pages.length).toBeGreaterThan(10);
  const weights = pages.map(({ route, firstLoadChunkPaths }) => ({
    route,
    bytes: firstLoadChunkPaths.reduce((sum, path) => sum + weigh(path), 0) - ofNext,
  }));
  expect(weights.filter(({ bytes }) => bytes > most)).toEqual([]);
});

test("no page carries a script for browsers that know no modules, which costs more than it weighs", async ({
  request,
}) => {
  for (const path of ["/", "/sign-in", "/help"]) {
    const page = await (await request.get(path)).text();
    expect(page).toContain("<script");
    expect(page.toLowerCase()).not.toContain("nomodule");
  }
});

test("style sheets say which way a text runs, and compare no element with a list of languages", () => {
  const folder = join(root, ".next", "static");
  const sheets = globSync("**/*.css", { cwd: folder }).map(name => readFileSync(join(folder, name), "utf8"));
  expect(sheets.join()).toContain(":dir(rtl)");
  expect(sheets.filter(sheet => sheet.includes(":lang("))).toEqual([]);
});
