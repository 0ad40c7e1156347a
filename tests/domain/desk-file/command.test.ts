import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addList } from "@/lib/choice-lists/lists";
import { makeTestDatabase } from "../../support/databases";
import { anAdmin, run } from "../../support/factories";
import { lodge } from "../../support/operator";
import { setSettings, settingsInUse } from "../../support/settings";

let folder: string;

beforeAll(async () => {
  setSettings({ DATABASE_URL: await makeTestDatabase("desk_file_command") });
  folder = await mkdtemp(join(tmpdir(), "lodge-desk-"));
});

afterAll(() => rm(folder, { recursive: true }));

it("prints all of a large desk to whatever reads it, as it writes it to a file", async () => {
  const entries = Array.from({ length: 500 }, (_, at) => ({
    value: `v${at}`,
    label: `Shop number ${at} of ours`,
  }));
  const admin = await anAdmin();
  for (const name of ["North", "South", "West"]) await run(admin, act => addList(act, { name, entries }));
  const desk = { settings: settingsInUse() };
  const file = join(folder, "desk.yaml");
  await lodge(desk, ["config:export", "--file", file]);
  const printed = await lodge(desk, ["config:export"]);
  expect(printed.length).toBeGreaterThan(100_000);
  expect(printed.trimEnd()).toBe((await readFile(file, "utf8")).trimEnd());
});
