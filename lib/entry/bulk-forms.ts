import "server-only";
import { z } from "zod";
import { type Ask, partOf } from "../actions/action";
import { type ActionName, actionNames, actionOf, isActionName } from "../actions/table";
import type { PersonActor } from "../actor";
import { maxRequests, selectionInput } from "../bulk-runs/input";
import { findSelected } from "../bulk-runs/selected";
import { startRun } from "../bulk-runs/start";
import { isPlaceholder, placeholdersIn, placeholderText } from "../canned-replies/placeholders";
import { now } from "../clock";
import type { Act } from "../events/act";
import { messageCode } from "../messages/said";
import { Refusal, refuse } from "../refusal";
import type { DeskSettings } from "../settings";
import { snoozeTimeForm, untilOf } from "./snooze-forms";

/** What a form of this action sends: what it asks, and nothing more. An action that asks nothing sends nothing. */
const inputOf = (name: ActionName, actor: PersonActor) => {
  const { asks, input } = actionOf(name);
  const asked = z.strictObject(Object.fromEntries(asks.map(ask => [partOf[ask], input.shape[partOf[ask]]])));
  return z
    .preprocess((sent = {}) => readInput(asks, sent as object, actor), asked)
    .transform(value => value as Record<string, unknown> & { body?: string });
};

/** An empty choice of somebody is nobody, and of a team none. Times are those of the sender's clocks. */
function readInput(asks: readonly Ask[], fields: object, { timeZone }: PersonActor): object {
  const sent = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ""));
  if (asks.includes("time")) {
    const { data } = snoozeTimeForm.safeParse(sent);
    return { until: (data && untilOf(data, now(), timeZone))?.toISOString() };
  }
  return {
    ...(asks.includes("assignee") && { to: null }),
    ...(asks.includes("team") && { team: null }),
    ...sent,
  };
}

const formOf = (name: ActionName, actor: PersonActor) =>
  z.strictObject({
    action: z.literal(name),
    key: z.uuid(),
    /** References, apart by spaces. */
    chosen: z
      .string()
      .max(5_000)
      .optional()
      .transform(text => text?.split(" ") ?? []),
    query: selectionInput.shape.query,
    count: z.number().int().min(0).max(maxRequests),
    seen: z.bigint().min(0n).max(999_999_999_999_999_999n),
    unfilled: z.number().int().min(0).max(1_000).optional(),
    losing: z.number().int().optional(),
    input: inputOf(name, actor),
  });

const unknownForm = z.strictObject({
  action: z.enum(actionNames as [ActionName, ...ActionName[]], messageCode("validation.misfit")),
});

export const bulkForm = async (data: FormData, _: DeskSettings, actor: PersonActor) => {
  const name = String(data.get("action"));
  return (isActionName(name) ? formOf(name, actor) : unknownForm) as ReturnType<typeof formOf>;
};

export type BulkForm = z.output<ReturnType<typeof formOf>>;

/** Which requests are meant is found out before the transaction, because it may take a search. */
export const findMeant = ({ chosen: references, query }: BulkForm, actor: PersonActor) =>
  findSelected(actor, { references, query });

/** Placeholders are filled in for each request. Of others their writer is told once, as in the answer box. */
function confirmUnknown(body = "", told = 0): void {
  const names = placeholdersIn(body).filter(name => !isPlaceholder(name));
  if (names.length > told)
    throw refuse(
      "message.unfilled",
      { names: names.map(placeholderText).join(", ") },
      { field: "input.body", corrections: { unfilled: names.length } },
    );
}

export async function startBulkRun(act: Act, form: BulkForm, ids: string[]): Promise<string> {
  const { unfilled, losing: told, input } = form;
  confirmUnknown(input.body, unfilled);
  return startRun(act, { ...form, ids, told }).catch(atItsField);
}

/** A form has the parts of an action under `input`. */
function atItsField(error: unknown): never {
  if (!(error instanceof Refusal) || !error.place.field) throw error;
  const { code, params, place } = error;
  throw new Refusal(code, params, { ...place, field: `input.${place.field}` });
}

export const stopForm = z.strictObject({ id: z.uuid() });
