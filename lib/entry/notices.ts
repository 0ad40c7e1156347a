import "server-only";
import { markAllRead } from "../bell/notices";
import { spend } from "../rate-limit";
import { readOpener } from "../session/opener";
import { readBody } from "../web/body";
import { answerFromSameOrigin } from "../web/same-origin";
import { perform } from "./perform";
import { signedInRoute } from "./route";

/** Longer than any signed id. */
const maxBytes = 500;

/** Marks all as read for the person whom the panel was drawn for, and nobody who has logged in since. */
export function readAllFromPanel(request: Request): Promise<Response> {
  return answerFromSameOrigin(() =>
    signedInRoute("/api/notices/panel", async actor => {
      const opener = await readBody(request, maxBytes);
      if (readOpener(opener?.toString() ?? null) !== actor.id) return new Response(null, { status: 403 });
      await spend("write", actor.id);
      await perform(actor, markAllRead);
      return new Response(null, { status: 204 });
    }),
  );
}
