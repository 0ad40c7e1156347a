import "server-only";
import { redirect } from "next/navigation";
import { actorById, actorOfExpiredSession } from "../accounts/sessions";
import type { PersonActor } from "../actor";
import { dropUnsent } from "../attachments/store";
import { isDatabaseDown } from "../db";
import { draftInput, dropDraft, saveDraft } from "../drafts/drafts";
import { type DraftFields, isPlace, pageOfPlace } from "../drafts/places";
import type { Act } from "../events/act";
import { logError } from "../log";
import { Refusal, refuse } from "../refusal";
import { currentActor } from "../session/actor";
import { readSessionCookie } from "../session/cookies";
import { readOpener, readRecentOpener } from "../session/opener";
import { readBody } from "../web/body";
import { requireSameOrigin } from "../web/same-origin";
import { isSentByScript } from "../web/sent-by-script";
import { draftForm, ownDraft } from "./draft-forms";
import { perform } from "./perform";
import { keepUploads, type Upload } from "./uploads";

/** Size of the largest draft in UTF-8, with some margin. */
const maxBytes = 800_000;

export async function saveFromPage(request: Request): Promise<number> {
  try {
    await requireSameOrigin();
    const actor = await currentActor();
    if (!actor) return 401;
    const sent = await readBody(request, maxBytes);
    if (sent === null) return 413;
    const input = draftForm.safeParse(parse(sent.toString("utf8")));
    if (!input.success) return 400;
    const draft = ownDraft(actor, input.data);
    await perform(actor, act => saveDraft(act, draft));
    return 204;
  } catch (error) {
    if (error instanceof Refusal) return error.kind === "too_many" ? 429 : 403;
    if (request.signal.aborted) return 400;
    logError("a draft could not be saved", error);
    return isDatabaseDown(error) ? 503 : 500;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Returns the page to go back to. */
export async function startAfresh(data: FormData): Promise<string> {
  const place = String(data.get("place") ?? "");
  const page = pageOfPlace(place);
  const actor = await currentActor();
  if (actor && isOwnPlace(actor, data)) await perform(actor, act => dropAll(act, place));
  return page;
}

/**
 * Without JavaScript, unticked files are deleted as well. With JavaScript they were deleted when removed; any left
 * belong to another tab.
 */
export async function forgetDraft(act: Act, draft: string, isByScript: boolean): Promise<void> {
  const { person, place } = splitDraft(draft);
  if (act.actor.kind !== "person" || act.actor.id !== person) return;
  await dropDraft(act, place);
  if (!isByScript) await dropUnsent(act, place);
}

/** A page says whom it was drawn for: what another person has typed there since stays. */
export const isOwnPlace = (actor: PersonActor, data: FormData): boolean =>
  actor.id === String(data.get("person") ?? "") && isPlace(String(data.get("place") ?? ""));

export async function dropAll(act: Act, place: string): Promise<void> {
  await dropDraft(act, place);
  await dropUnsent(act, place);
}

type Sent = { data: FormData; draft: string | null; opener: string | null; uploads: Upload[] };

/**
 * Saves a draft for the person the page was drawn for and redirects to sign-in and back; files are kept only if the
 * session expired. With JavaScript the page itself keeps the text.
 */
export async function keepForLater({
  data,
  draft,
  opener,
  uploads,
}: Sent & { draft: string }): Promise<void> {
  if (await isSentByScript()) return;
  const { person, place } = splitDraft(draft);
  if (!isPlace(place)) return;
  const sessionId = await readSessionCookie();
  const expired = sessionId ? await actorOfExpiredSession(sessionId) : null;
  const owner = expired ?? (await actorById(readRecentOpener(opener)));
  const isKept = owner?.id === person && (await keep(owner, draft, data));
  const next = encodeURIComponent(pageOfPlace(place));
  if (!isKept || !owner) redirect(`/sign-in?next=${next}`);
  const isWhole = expired ? await areKept(expired, place, uploads) : uploads.length === 0;
  redirect(`/sign-in?next=${next}&${isWhole ? "kept" : "partly"}=1`);
}

async function areKept(owner: PersonActor, place: string, uploads: Upload[]): Promise<boolean> {
  const { refused } = await keepUploads(owner, place, uploads);
  return Object.keys(refused).length === 0;
}

/**
 * Refuses a form drawn for another person, whose name was on that page. Without JavaScript, which would lose the page,
 * the text becomes that person's draft.
 */
export async function refuseOther(actor: PersonActor, { data, draft, opener }: Sent): Promise<Refusal> {
  const owner = await actorById(readOpener(opener));
  const { person, place } = splitDraft(draft ?? "");
  if (
    readRecentOpener(opener) === person &&
    owner?.id === person &&
    isPlace(place) &&
    !(await isSentByScript())
  )
    if (await keep(owner, draft ?? "", data)) redirect("/switched");
  if (!owner) return refuse("page.outdated");
  return refuse("page.of_somebody_else", { owner: owner.name, actor: actor.name });
}

async function keep(owner: PersonActor, draft: string, data: FormData): Promise<boolean> {
  const { place, names } = splitDraft(draft);
  const fields: DraftFields = {};
  for (const name of names) {
    const values = data.getAll(name).filter(value => typeof value === "string");
    const [first, ...more] = values;
    if (first !== undefined) fields[name] = more.length > 0 ? values : first;
  }
  const input = draftInput.safeParse({ place, fields });
  if (input.success) await perform(owner, act => saveDraft(act, input.data));
  return input.success;
}

const maxDraftLength = 8_000;

/** Splits `person/place names`. Any text can be sent as one, so its length is limited and no pattern searches it. */
export function splitDraft(draft: string): { person: string; place: string; names: string[] } {
  const slash = draft.indexOf("/");
  if (slash < 0 || draft.length > maxDraftLength) return { person: "", place: "", names: [] };
  const [place = "", ...names] = draft.slice(slash + 1).split(" ");
  return { person: draft.slice(0, slash), place, names };
}
