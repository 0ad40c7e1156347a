import "server-only";
import { type ActionName, actionOf } from "../actions/table";
import type { PersonActor } from "../actor";
import { now } from "../clock";
import { db } from "../db";
import { type Message, Refusal } from "../refusal";
import { referenceOf } from "../requests/reference";
import { readDeskSettings } from "../settings";
import type { Selection } from "./input";
import { findSelected, readSelected } from "./selected";

export type Preview = {
  requests: { reference: string; summary: string }[];
  /** To how many of them the action can be done now. */
  able: number;
  /** The others, by what speaks against it. */
  unable: { why: Message; references: string[] }[];
  /** Why there are none: they would be too many. */
  tooMuch: Message | null;
};

/** What an action would come to. @throws Refusal not_found for anybody who is not an agent */
export async function previewRun(
  actor: PersonActor,
  name: ActionName,
  selection: Selection,
): Promise<Preview> {
  const ids = await findSelected(actor, selection).catch(asMessage);
  if (!Array.isArray(ids)) return { requests: [], able: 0, unable: [], tooMuch: ids };
  const found = await readSelected(db(), actor, ids);
  const settings = await readDeskSettings();
  const { preview } = actionOf(name);
  const asking = { actor, at: now(), settings };
  const unable = new Map<string, Preview["unable"][number]>();
  for (const request of found) {
    const why = preview(asking, request);
    if (!why) continue;
    const key = JSON.stringify(why);
    const group = unable.get(key) ?? { why, references: [] };
    group.references.push(referenceOf(request.number, settings));
    unable.set(key, group);
  }
  const groups = [...unable.values()];
  return {
    requests: found.map(({ number, summary }) => ({ reference: referenceOf(number, settings), summary })),
    able: found.length - groups.reduce((sum, { references }) => sum + references.length, 0),
    unable: groups,
    tooMuch: null,
  };
}

function asMessage(error: unknown): Message {
  if (error instanceof Refusal && error.kind === "invalid") return error;
  throw error;
}
