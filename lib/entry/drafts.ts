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
import { perform } from "./perform";
import { keepUploads, type Upload } from "./uploads";

/** What the largest draft takes in UTF-8, with some air. */
const maxBytes = 800_000;

/** The door for the script that saves while one types; answers in statuses, for no person reads them. */
export async function saveFromPage(request: Request): Promise<number> {
  try {
    await requireSameOrigin();
    const actor = await currentActor();
    if (!actor) return 401;
    const sent = await readBody(request, maxBytes);
    if (sent === null) return 413;
    const input = draftInput.safeParse(parse(sent.toString("utf8")));
    if (!input.success) return 400;
    await perform(actor, act => saveDraft(act, input.data));
    return 204;
  } catch (error) {
    if (error instanceof Refusal) return error.kind === "too_many" ? 429 : 403;
    // The browser has given up sending; it keeps the words itself.
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

/** “Discard draft”: removes the draft of whom the page was drawn for, and says which page to go back to. */
export async function startAfresh(data: FormData): Promise<string> {
  const place = String(data.get("place") ?? "");
  const page = pageOfPlace(place);
  const actor = await currentActor();
  const isTheirs = actor?.id === String(data.get("person") ?? "");
  if (actor && isTheirs && isPlace(place)) await perform(actor, act => dropAll(act, place));
  return page;
}

/**
 * After a form was sent its draft is gone, if it was drawn for whoever sent it. Without script so are the files that
 * were left out of it; with script they were removed one by one, and what lies there now is another tab's.
 */
export async function forgetDraft(act: Act, draft: string, isByScript: boolean): Promise<void> {
  const { person, place } = splitDraft(draft);
  if (act.actor.kind !== "person" || act.actor.id !== person) return;
  await dropDraft(act, place);
  if (!isByScript) await dropUnsent(act, place);
}

/** Words and files. */
async function dropAll(act: Act, place: string): Promise<void> {
  await dropDraft(act, place);
  await dropUnsent(act, place);
}

type Sent = { data: FormData; draft: string | null; opener: string | null; uploads: Upload[] };

/**
 * For a form without script whose session is over: keeps what was typed as a draft of the person whom the page was
 * drawn for, and leads to the sign-in page and from there back. Files are kept only where the session has merely run
 * out. With script the page itself keeps what was typed.
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
 * What is said to somebody whose browser sends a form that was drawn for another person, which does nothing. Their name
 * stood on that page. Without script, which would not have the page any more, what was typed becomes their draft.
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
  const input = draftInput.safeParse({ person: owner.id, place, fields });
  if (input.success) await perform(owner, act => saveDraft(act, input.data));
  return input.success;
}

/** What a form says of its draft under `draftName`. */
export function splitDraft(draft: string): { person: string; place: string; names: string[] } {
  const [, person = "", place = "", names = ""] = /^([^/ ]*)\/(\S*) ?(.*)$/.exec(draft) ?? [];
  return { person, place, names: names.split(" ") };
}
