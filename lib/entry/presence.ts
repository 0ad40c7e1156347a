import "server-only";
import type { z } from "zod";
import { now } from "../clock";
import { endInput, lookInput } from "../desk/input";
import { endLook, listPresent, noteLook } from "../desk/presence";
import { readBody } from "../web/body";
import { answerFromSameOrigin } from "../web/same-origin";
import { signedInRoute } from "./route";

const path = "/api/presence";
const maxBytes = 500;
const maxRows = 100;

const empty = (status: number) => new Response(null, { status });

/** A page says that an agent looks at its request, and is told who else does; or that it is being left. */
export function receiveLook(request: Request): Promise<Response> {
  return answerFromSameOrigin(async () => {
    const sent = await readBody(request, maxBytes);
    if (sent === null) return empty(413);
    const said = parse(sent.toString("utf8"));
    const end = endInput.safeParse(said);
    if (end.success) return leave(end.data);
    return signedInRoute(path, async actor => {
      const look = lookInput.safeParse(said);
      if (!look.success) return empty(400);
      const others = await noteLook(actor, look.data, now());
      return others ? Response.json(others) : empty(404);
    });
  });
}

async function leave(look: z.output<typeof endInput>): Promise<Response> {
  const answer = await signedInRoute(path, async actor => {
    await endLook(actor, look);
    return empty(204);
  });
  // A page is also left by logging out; what it said then counts no longer than it would without this.
  return answer.status === 401 ? empty(204) : answer;
}

/** For the rows of a queue. */
export function sendPresent(request: Request): Promise<Response> {
  return signedInRoute(path, async actor => {
    const rows = new URL(request.url).searchParams.get("rows")?.split(",") ?? [];
    const present = rows.length <= maxRows ? await listPresent(actor, rows, now()) : null;
    return present ? Response.json(present) : empty(404);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
