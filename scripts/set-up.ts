import { runScript } from "./child";
import { ask } from "./database";
import { Trouble } from "./progress";

/** Whether nobody has begun to set the desk up, nor told it a story. */
export async function isFresh(): Promise<boolean> {
  const row = await ask<{ stage: string | null }>(
    "select (select value #>> '{}' from settings where name = 'setUp') as stage",
  );
  return (row?.stage ?? "fresh") === "fresh";
}

export async function makeLink(): Promise<string> {
  const [{ perform }, { operator }, { makeSetUpLink }] = await Promise.all([
    import("@/lib/entry/perform"),
    import("@/lib/actor"),
    import("@/lib/set-up/link"),
  ]);
  return perform(operator, makeSetUpLink);
}

/** What to print at a start while the desk is not set up: the link itself only where nobody keeps what is printed. */
export async function describeSetUp(): Promise<string[]> {
  if (!process.stdout.isTTY)
    return ["This desk is not set up yet. Make a link for it: npm run lodge -- setup:link"];
  const { code, output } = await runScript("load.ts", ["link"]);
  if (code !== 0) throw new Trouble(`The link for setting up the desk could not be made:\n${output}`);
  return ["This desk is not set up yet. This link makes you its admin, once, within an hour:", `  ${output}`];
}
