import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { ask } from "./database";
import { load } from "./prepare";
import { demoPeople, storyMarker } from "./settings";

export type DemoPerson = { name: string; email: string; role: string; password: string };

export async function isUntold(): Promise<boolean> {
  const row = await ask<{ hasStory: boolean }>('select exists (select 1 from requests) as "hasStory"');
  return !row?.hasStory;
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
