import "server-only";
import { parse } from "@conform-to/dom";
import { parseWithZod } from "@conform-to/zod/v4";
import { revalidatePath } from "next/cache";
import { notFound, redirect, unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { type Actor, type PersonActor, system } from "../actor";
import { now } from "../clock";
import { isDatabaseDown, isReadOnly } from "../db";
import { isPlace } from "../drafts/places";
import type { Act } from "../events/act";
import { draftName, drawName, type FormState, openerName } from "../form/form-state";
import { maxFields } from "../gate/measure";
import type { LimitName } from "../limits";
import { logError, logInfo } from "../log";
import { tellRefusal } from "../messages/refusals";
import { sayIssue } from "../messages/said";
import { type Translator, translatorFor } from "../messages/translate";
import { spend } from "../rate-limit";
import { Refusal, refuse } from "../refusal";
import { currentActor } from "../session/actor";
import { askedTranslator } from "../session/asked";
import { readOpener } from "../session/opener";
import { type DeskSettings, isFresh, refreshSettings } from "../settings";
import { requireSameOrigin } from "../web/same-origin";
import { isSentByScript } from "../web/sent-by-script";
import { forgetDraft, keepForLater, refuseOther, splitDraft } from "./drafts";
import { perform } from "./perform";
import { keepUploads, type SentFile, takeFile, takeUploads, type Upload } from "./uploads";

type EntryPoint<S extends z.ZodType, P, R, A extends Actor> = {
  /** The noun's input schema, or how to find it for this form. */
  input: S | ((data: FormData, settings: DeskSettings, actor: A) => Promise<S>);
  secrets?: string[];
  /** How long the command may take, where that is longer than others may. */
  seconds?: number;
  /** The limit that each submission counts towards; `write` if not set. */
  limit?: LimitName;
  /** The field of a file that is not kept beside the form, but made into something at once. */
  file?: string;
  /** Slow or counted work that must stay outside the transaction. */
  prepare?: (input: z.output<S>, actor: A, file: SentFile | null) => Promise<P>;
  command: (act: Act, input: z.output<S>, prepared: P) => Promise<R>;
  redirectTo: (result: R, input: z.output<S>) => Promise<string> | string;
  /** Where it leads instead, by script, too; null where it does not. */
  leadsOn?: (input: z.output<S>, actor: A, prepared: P) => Promise<string | null>;
  /** With JavaScript we revalidate the page instead: a redirect remounts it and loses text typed in its other forms. */
  staysOnPage?: boolean | ((result: R) => boolean);
};

export function signedInAction<S extends z.ZodType, P, R>(entry: EntryPoint<S, P, R, PersonActor>) {
  return (_: FormState, data: FormData): Promise<FormState> => answer(entry, data, requireSignedIn);
}

/** For people without access to an account: the desk is the actor. */
export function publicAction<S extends z.ZodType, P, R>(entry: EntryPoint<S, P, R, Actor>) {
  return (_: FormState, data: FormData): Promise<FormState> =>
    answer(entry, data, async () => {
      if (await isFresh()) throw refuse("set_up.needed");
      return system("front_door");
    });
}

/** For anybody: the person the form was rendered for, while they are logged in, or else the desk. */
export function openAction<S extends z.ZodType, P, R>(entry: EntryPoint<S, P, R, Actor>) {
  return (_: FormState, data: FormData): Promise<FormState> =>
    answer(entry, data, async ({ opener }) => {
      if (await isFresh()) throw refuse("set_up.needed");
      const actor = await currentActor();
      return actor && readOpener(opener) === actor.id ? actor : system("front_door");
    });
}

/** For whoever makes the desk theirs, while it is nobody's. */
export function setUpAction<S extends z.ZodType, P, R>(entry: EntryPoint<S, P, R, Actor>) {
  return (_: FormState, data: FormData): Promise<FormState> =>
    answer(entry, data, async () => system("front_door"));
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
  entry: EntryPoint<S, P, R, A>,
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
  const isOnlyDrawn = take(data, drawName) !== null;
  let t = await askedTranslator();
  let goTo: string;
  let stays: boolean;
  try {
    await requireSameOrigin();
    const actor = await whoActs({ data, draft, opener, uploads });
    if (actor.kind === "person") t = translatorFor(actor);
    if (actor.kind === "person" && draft) await attach(actor, draft, { data, uploads });
    if (actor.kind === "person") await spend(entry.limit ?? "write", actor.id);
    const settings = await refreshSettings();
    const schema = typeof entry.input === "function" ? await entry.input(data, settings, actor) : entry.input;
    const submission = parseWithZod(data, {
      schema,
      formatError: (issues: z.core.$ZodIssue[]) => issues.map(issue => sayIssue(t, issue)),
    });
    if (isOnlyDrawn) return { initialValue: submission.reply({ hideFields: entry.secrets }).initialValue };
    if (submission.status !== "success") return submission.reply({ hideFields: entry.secrets });
    const input = submission.value as z.output<S>;
    const file = entry.file === undefined ? null : await takeFile(sent, entry.file);
    const prepared = (await entry.prepare?.(input, actor, file)) as P;
    const isByScript = await isSentByScript();
    const command = async (act: Act) => {
      const result = await entry.command(act, input, prepared);
      if (draft) await forgetDraft(act, draft, isByScript);
      return result;
    };
    const result = await perform(actor, command, now(), { seconds: entry.seconds });
    const onward = (await entry.leadsOn?.(input, actor, prepared).catch(notLedOn)) ?? null;
    goTo = onward ?? (await entry.redirectTo(result, input));
    const { staysOnPage = false } = entry;
    const isSame = typeof staysOnPage === "function" ? staysOnPage(result) : staysOnPage;
    stays = isByScript && onward === null && isSame;
  } catch (error) {
    unstable_rethrow(error);
    // Without JavaScript the page is rendered again, maybe for somebody else; what was typed stays its writer's.
    if (opener) data.set(openerName, opener);
    return replyTo(t, data, entry.secrets ?? [], error instanceof Refusal ? error : apology(error));
  }
  // Prefetched pages are out of date now.
  revalidatePath("/", "layout");
  if (stays) return null;
  redirect(goTo);
}

/** It is done by then, and must not be called refused because the list cannot be read. */
function notLedOn(error: unknown): null {
  logError("what comes next in the list could not be read", error);
  return null;
}

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

// `summary`, `answers.details`. Conform would build a huge list for a name such as `a[99999999]`.
const ourNames = /^[a-z]\w{0,60}(\.[a-z]\w{0,60})?$/i;

/**
 * Removes React's and Conform's controls, files, unknown fields, and NUL characters, which PostgreSQL cannot store;
 * null if it is no form (an action can be called with anything) or has too many fields.
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

function take(data: FormData, name: string): string | null {
  const value = data.get(name);
  data.delete(name);
  return typeof value === "string" ? value : null;
}

function apology(error: unknown): Refusal {
  const number = logError("an action failed", error);
  if (isReadOnly(error)) return refuse("desk.read_only");
  return isDatabaseDown(error) ? refuse("desk.unreachable") : refuse("desk.failed", { number });
}

function replyTo(t: Translator, data: FormData, secrets: string[], error: Refusal): FormState {
  for (const [name, value] of Object.entries(error.place.corrections ?? {})) data.set(name, String(value));
  const { message, fields } = tellRefusal(error, t);
  const submission = parse(data, { resolve: () => ({ error: {} as Record<string, string[]> }) });
  return submission.reply({
    hideFields: secrets,
    formErrors: [message],
    fieldErrors: fields,
  });
}
