import "server-only";
import { readAllInput } from "../bell/input";
import { countUnread, markAllRead } from "../bell/notices";
import { spend } from "../rate-limit";
import { readOpener } from "../session/opener";
import { readBody } from "../web/body";
import { answerFromSameOrigin } from "../web/same-origin";
import { perform } from "./perform";
import { signedInRoute } from "./route";

/** Longer than any signed id. */
const maxBytes = 500;

/**
 * Marks as read what the panel was drawn with, for the person whom it was drawn for and nobody who has logged in since.
 * Answers with how many are unread now.
 */
export function readAllFromPanel(request: Request): Promise<Response> {
  return answerFromSameOrigin(() =>
    signedInRoute("/api/notices/panel", async actor => {
      const body = await readBody(request, maxBytes);
      const [opener = "", newest = ""] = body?.toString().split(" ") ?? [];
      if (readOpener(opener) !== actor.id) return new Response(null, { status: 403 });
      const input = readAllInput.safeParse({ newest: /^\d{1,18}$/.test(newest) ? BigInt(newest) : null });
      if (!input.success) return new Response(null, { status: 400 });
      await spend("write", actor.id);
      await perform(actor, act => markAllRead(act, input.data));
      return new Response(String(await countUnread(actor)));
    }),
  );
}
