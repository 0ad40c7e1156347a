import "server-only";
import { create as dispositionOf } from "content-disposition";
import { z } from "zod";
import { maxBytes, tooLarge } from "../attachments/inspect";
import { dropFile, readContent, type Spot } from "../attachments/store";
import { isDatabaseDown } from "../db";
import { isPlace } from "../drafts/places";
import type { FileView } from "../form/file-view";
import { spooledUnder } from "../gate/spooled";
import { findMailFile } from "../inbound/queue";
import { logError } from "../log";
import { tellRefusal } from "../messages/refusals";
import type { Translator } from "../messages/translate";
import { Refusal, refuse } from "../refusal";
import type { RefusalKind } from "../refusal-rules";
import { findFile } from "../requests/attachments";
import { currentActor } from "../session/actor";
import { askedTranslator } from "../session/asked";
import { readDeskSettings } from "../settings";
import { readBody } from "../web/body";
import { requireSameOrigin } from "../web/same-origin";
import { streamOf } from "../web/stream";
import { perform } from "./perform";
import { signedInRoute } from "./route";
import { countUpload, isFileField, keepOne, type SentFile } from "./uploads";

export type UploadAnswer = FileView | { error: string };

const spotInput = z.strictObject({
  person: z.uuid(),
  place: z.string().max(120).refine(isPlace),
  field: z.string().refine(isFileField),
});

const statuses: Record<RefusalKind, number> = {
  invalid: 422,
  too_many: 429,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
};

/** Stores one file of a form: the body is its bytes, a header its name. */
export async function receiveFile(request: Request): Promise<Response> {
  const t = await askedTranslator();
  try {
    await requireSameOrigin();
    const actor = await currentActor();
    if (!actor) return told(t("attachments.logged_out.attach"), 401);
    const name = nameIn(request.headers);
    const { person, ...spot } = spotIn(request);
    if (person !== actor.id) return told(t("attachments.page_of_somebody_else"), 403);
    await countUpload(actor);
    const kept = await keepOne(actor, spot, { name, ...(await contentOf(request, name)) });
    return Response.json(kept satisfies UploadAnswer, { status: 201 });
  } catch (error) {
    return refused(t, request, error);
  }
}

/** The front door puts large files on the disk; without one, the file is the body. */
async function contentOf(request: Request, name: string): Promise<Omit<SentFile, "name">> {
  const spooled = spooledUnder(request.headers.get("x-lodge-spooled"));
  if (spooled) return { size: spooled.size, read: spooled.read };
  const settings = await readDeskSettings();
  const bytes = await readBody(request, maxBytes(settings));
  if (!bytes) throw tooLarge(name, settings);
  return { size: bytes.length, read: async () => bytes };
}

export async function removeFile(request: Request, id: string): Promise<Response> {
  const t = await askedTranslator();
  try {
    await requireSameOrigin();
    const actor = await currentActor();
    if (!actor) return told(t("attachments.logged_out"), 401);
    if (isId(id)) await perform(actor, act => dropFile(act, id));
    return new Response(null, { status: 204 });
  } catch (error) {
    return refused(t, request, error);
  }
}

/**
 * Serves a file to anybody who may see it, always as a download and never as anything a browser would run (OWASP ASVS
 * 3.2.1, 5.4.1; RFC 6266). Answers 304 only after checking the rights again.
 */
export function serveFile(request: Request, id: string): Promise<Response> {
  return signedInRoute("/api/files", async actor => {
    const file = isId(id) ? ((await findFile(actor, id)) ?? (await findMailFile(actor, id))) : null;
    if (!file) return new Response((await askedTranslator())("attachments.missing"), { status: 404 });
    const etag = `"${file.sha256}"`;
    const headers = {
      etag,
      "cache-control": "private, no-cache",
      "content-type": file.type,
      "content-disposition": dispositionOf(file.name),
      "content-security-policy": "default-src 'none'; sandbox",
      "cross-origin-resource-policy": "same-origin",
    };
    if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
    return new Response(streamOf(readContent(file)), {
      headers: { ...headers, "content-length": String(file.size) },
    });
  });
}

const isId = (id: string) => z.uuid().safeParse(id).success;

const told = (error: string, status: number, headers: Record<string, string> = {}) =>
  Response.json({ error } satisfies UploadAnswer, {
    status,
    headers: { "cache-control": "no-store", ...headers },
  });

function nameIn(headers: Headers): string {
  try {
    return decodeURIComponent(headers.get("x-file-name") ?? "").slice(0, 1_000);
  } catch {
    return "";
  }
}

function spotIn(request: Request): Spot & { person: string } {
  const spot = spotInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!spot.success) throw refuse("file.not_taken_here");
  return spot.data;
}

function refused(t: Translator, request: Request, error: unknown): Response {
  if (error instanceof Refusal) {
    const { seconds, kind } = error;
    const wait: Record<string, string> = seconds === undefined ? {} : { "retry-after": String(seconds) };
    return told(tellRefusal(error, t).message, statuses[kind], wait);
  }
  if (request.signal.aborted) return told(t("attachments.broken_off"), 400);
  const number = logError("a file could not be taken", error);
  return isDatabaseDown(error)
    ? told(t("attachments.unreachable"), 503)
    : told(t("attachments.failed", { number }), 500);
}
