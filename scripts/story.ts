import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { ask } from "./database";
import { load } from "./prepare";
import { demoPeople, storyMarker } from "./settings";

export type DemoPerson = { name: string; email: string; role: string; password: string };

/** A desk that somebody has begun to set up, or on which the story has ended, gets none. */
export async function isUntold(): Promise<boolean> {
  const row = await ask<{ isInUse: boolean }>(
    `select exists (select from requests) or exists (select from settings where name = 'setUp') as "isInUse"`,
  );
  return !row?.isInUse;
}

/** Writes the demo story and keeps its people's passwords. If interrupted, the next start begins again. */
export async function tell(): Promise<void> {
  writeFileSync(storyMarker, "");
  rmSync(demoPeople, { force: true });
  await load("story");
  rmSync(storyMarker);
}

export function describeDemoPeople(): string[] {
  if (!existsSync(demoPeople)) return [];
  const people: DemoPerson[] = JSON.parse(readFileSync(demoPeople, "utf8"));
  const width = (key: "role" | "email") => Math.max(...people.map(person => person[key].length));
  return people.map(
    ({ role, email, password }) =>
      `${role.padEnd(width("role"))}  ${email.padEnd(width("email"))}  ${password}`,
  );
}

/** Says what would go, or removes it. Returns what to print. */
export async function end(isMeant: boolean): Promise<string> {
  const [{ endStory, readStorySize }, { perform }, { operator }] = await Promise.all([
    import("@/lib/set-up/story"),
    import("@/lib/entry/perform"),
    import("@/lib/actor"),
  ]);
  const { people, requests } = await readStorySize();
  if (!isMeant && people > 0)
    return [
      `This removes ${people} people of the demo story for good, their ${requests} requests, and all that they or others wrote there.`,
      "Settings, catalog, teams, tags and organisations stay. To do so: npm run lodge -- demo:remove --yes",
    ].join("\n");
  const link = await perform(operator, endStory, undefined, { seconds: 300 });
  rmSync(demoPeople, { force: true });
  if (link === null) return "The demo story has ended.";
  return [
    "The demo story has ended, and the desk has no admin.",
    `This link makes whoever uses it first its admin, once, within an hour:\n${link}`,
  ].join("\n");
}
