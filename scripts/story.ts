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
