import "server-only";
import { parse } from "@conform-to/dom";
import { parseWithZod } from "@conform-to/zod/v4";
import { revalidatePath } from "next/cache";
import { notFound, redirect, unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { type Actor, type PersonActor, system } from "../actor";
import { isDatabaseDown, isReadOnly } from "../db";
import { isPlace } from "../drafts/places";
import type { Act } from "../events/act";
import { draftName, type FormState, openerName } from "../form/form-state";
import { maxFields } from "../gate/measure";
import type { LimitName } from "../limits";
import { logError, logInfo } from "../log";
import { tellRefusal } from "../messages/translate";
import { spend } from "../rate-limit";
import { Refusal, refuse } from "../refusal";
import { currentActor } from "../session/actor";
import { readOpener } from "../session/opener";
import { requireSameOrigin } from "../web/same-origin";
import { isSentByScript } from "../web/sent-by-script";
import { forgetDraft, keepForLater, refuseOther, splitDraft } from "./drafts";
import { perform } from "./perform";
import { keepUploads, takeUploads, type Upload } from "./uploads";

type Door<S extends z.ZodType, P, R, A extends Actor> = {
  /** The noun's input schema, or how to find it for this form. */
  input: S | ((data: FormData) => Promise<S>);
  /** Fields that are never sent back. */
  secrets?: string[];
  /** What counts each time a person sends it; nothing else is named for those that change words or states. */
  limit?: LimitName;
  /** Slow or counted work that must stay outside of the transaction. */
  prepare?: (input: z.output<S>, actor: A) => Promise<P>;
  command: (act: Act, input: z.output<S>, prepared: P) => Promise<R>;
  /** Where to go; it may write cookies first. */
  redirectTo: (result: R, input: z.output<S>) => Promise<string> | string;
  /**
   * `redirectTo` is the page it came from. With script that page is only told anew and stays where it is: after a redirect
   * all of it would be made again, and words that are being typed elsewhere on it would leave their box.
   */
  staysOnPage?: boolean;
};

/** The door for signed-in people: actor, parse, command, answer. */
export function signedInAction<S extends z.ZodType, P, R>(door: Door<S, P, R, PersonActor>) {
  return (_: FormState, data: FormData): Promise<FormState> => answer(door, data, requireSignedIn);
}

/** The door for those who have no account yet, or cannot get into it: the desk acts for them. */
export function publicAction<S extends z.ZodType, P, R>(door: Door<S, P, R, Actor>) {
  return (_: FormState, data: FormData): Promise<FormState> =>
    answer(door, data, async () => system("front_door"));
}

async function requireSignedIn(sent: Sent): Promise<PersonActor> {
  const { draft, opener } = sent;
  const actor = await currentActor();
  if (!actor && draft) await keepForLater({ ...sent, draft });
  if (!actor) throw refuse("session.over");
  if (readOpener(opener) !== actor.id) throw await refuseOther(actor, sent);
  return actor;
}

type Sent = { data: FormData; draft: string | null; opener: string | null; uploads: Upload[] };

async function answer<S extends z.ZodType, P, R, A extends Actor>(
  door: Door<S, P, R, A>,
  sent: FormData,
  whoActs: (sent: Sent) => Promise<A>,
): Promise<FormState> {
  const data = ourFieldsOf(sent);
  if (!data) {
    logInfo("refused data that no form of the desk sends", { to: "an action" });
    notFound();
  }
  const uploads = takeUploads(sent);
  const draft = take(data, draftName);
  const opener = take(data, openerName);
  let goTo: string;
  try {
    await requireSameOrigin();
    const actor = await whoActs({ data, draft, opener, uploads });
    if (actor.kind === "person" && draft) await attach(actor, draft, { data, uploads });
    if (actor.kind === "person") await spend(door.limit ?? "write", actor.id);
    const schema = typeof door.input === "function" ? await door.input(data) : door.input;
    const submission = parseWithZod(data, { schema, error: wordsFor });
    if (submission.status !== "success") return submission.reply({ hideFields: door.secrets });
    const input = submission.value as z.output<S>;
    const prepared = (await door.prepare?.(input, actor)) as P;
    const isByScript = await isSentByScript();
    const result = await perform(actor, async act => {
      const result = await door.command(act, input, prepared);
      if (draft) await forgetDraft(act, draft, isByScript);
      return result;
    });
    goTo = await door.redirectTo(result, input);
  } catch (error) {
    unstable_rethrow(error);
    // Without script the page is rendered again, maybe for somebody else; what was typed stays its writer's.
    if (opener) data.set(openerName, opener);
    return replyTo(data, door.secrets ?? [], error instanceof Refusal ? error : apology(error));
  }
  // Whatever the browser has fetched ahead is out of date now.
  revalidatePath("/", "layout");
  if (door.staysOnPage && (await isSentByScript())) return null;
  redirect(goTo);
}

/** Puts what was uploaded beside the form into it, by the ids of the files, as the script does. */
async function attach(
  actor: PersonActor,
  draft: string,
  { data, uploads }: Pick<Sent, "data" | "uploads">,
): Promise<void> {
  const { place } = splitDraft(draft);
  const { kept, refused } = await keepUploads(actor, place, isPlace(place) ? uploads : []);
  for (const { field, id } of kept) data.append(field, id);
  if (Object.keys(refused).length > 0) throw refuse("file.some_refused", {}, { fields: refused });
}

// `summary`, `answers.details`. A name such as `a[99999999]` would have Conform build a list of that length.
const ourNames = /^[a-z]\w{0,60}(\.[a-z]\w{0,60})?$/i;

/**
 * What was sent without the controls of React and Conform, files, and whatever no form of ours could have sent, and
 * texts without the NUL character, which PostgreSQL cannot keep. Null for what is no form at all, because an action
 * can be called with anything, or has more fields than any.
 */
function ourFieldsOf(sent: unknown): FormData | null {
  if (!(sent instanceof FormData)) return null;
  const data = new FormData();
  let count = 0;
  for (const [name, value] of sent.entries()) {
    if (++count > maxFields) return null;
    if (ourNames.test(name) && typeof value === "string") data.append(name, value.replaceAll("\0", ""));
  }
  return data;
}

/** Takes out what the form says of itself: which draft it is, whom it was drawn for. No field of any command. */
function take(data: FormData, name: string): string | null {
  const value = data.get(name);
  data.delete(name);
  return typeof value === "string" ? value : null;
}

/** For what no form of ours sends; the schemas bring the words for everything else. */
const wordsFor: z.core.$ZodErrorMap = issue =>
  issue.code === "unrecognized_keys"
    ? "This form does not fit the page it came from. Please reload the page."
    : undefined;

function apology(error: unknown): Refusal {
  const number = logError("an action failed", error);
  if (isReadOnly(error)) return refuse("desk.read_only");
  return isDatabaseDown(error) ? refuse("desk.unreachable") : refuse("desk.failed", { number });
}

function replyTo(data: FormData, secrets: string[], error: Refusal): FormState {
  for (const [name, value] of Object.entries(error.place.corrections ?? {})) data.set(name, value);
  const { message, fields } = tellRefusal(error);
  const submission = parse(data, { resolve: () => ({ error: {} as Record<string, string[]> }) });
  return submission.reply({
    hideFields: secrets,
    formErrors: [message],
    fieldErrors: fields,
  });
}
