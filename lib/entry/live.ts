import "server-only";
import { actorOfSession } from "../accounts/sessions";
import type { PersonActor } from "../actor";
import { minutes } from "../clock";
import { db } from "../db";
import { listenForNews, type News } from "../live/feed";
import { logError } from "../log";
import { countUnread, markRead } from "../notifications/notices";
import { perProcess } from "../process/per-process";
import { visibleTo } from "../requests/policy";
import { numberOf } from "../requests/reference";
import { readStamp } from "../requests/stamp";
import { readSessionCookie } from "../session/cookies";

/** What a page is told: how much is unread, and the stamp of the request it shows. Never a word of what it is. */
export type Pulse = { unread: number; stamp?: string };

const beatMs = 25_000;
const lifeMs = minutes(15);
const maxStreams = 20;

type Watched = { id: string; number: number; people?: string[] };

/** The pulse of this moment, for pages that cannot hold a stream; null once there is nothing for them any more. */
export async function readPulse(actor: PersonActor, reference: string | null): Promise<Pulse | null> {
  const watched = reference === null ? null : await find(actor, reference);
  return reference !== null && !watched ? null : pulseOf(actor, watched);
}

async function find(actor: PersonActor, reference: string): Promise<Watched | null> {
  const number = numberOf(reference);
  if (number === null) return null;
  return db().serviceRequest.findFirst({
    where: { AND: [{ number }, visibleTo(actor)] },
    select: { id: true, number: true },
  });
}

async function pulseOf(actor: PersonActor, watched: Watched | null): Promise<Pulse> {
  // What comes in on a page that is open and looked at has been read.
  if (watched) await markRead(actor, watched.number);
  const [unread, drawn] = await Promise.all([
    countUnread(actor),
    watched ? readStamp(actor, watched.number) : undefined,
  ]);
  if (watched) watched.people = drawn?.people;
  return { unread, ...(drawn && { stamp: drawn.stamp }) };
}

/** How many streams each person has, and how to end every one. */
const openStreams = () =>
  perProcess("streams", () => ({ ofPerson: new Map<string, number>(), closers: new Set<() => void>() }));

/** Ends every stream, so that the server can stop. */
export function closeStreams(): void {
  for (const close of [...openStreams().closers]) close();
}

/**
 * A stream of pulses (server-sent events). Before each one it is asked anew whether the session lives and the request
 * may be seen; once not, the page is told to look for itself, and the stream ends.
 */
export async function openStream(
  actor: PersonActor,
  reference: string | null,
  signal: AbortSignal,
): Promise<Response> {
  const sessionId = await readSessionCookie();
  const watched = reference === null ? null : await find(actor, reference);
  if (reference !== null && !watched) return new Response(null, { status: 404 });
  const { ofPerson: streams, closers } = openStreams();
  if ((streams.get(actor.id) ?? 0) >= maxStreams)
    return new Response(null, { status: 429, headers: { "retry-after": "60" } });
  const concerns = (news: News) => {
    if (news.about === "anything") return true;
    if (news.about === "name") return watched?.people?.includes(news.id) ?? false;
    return news.id === (news.about === "person" ? actor.id : watched?.id);
  };
  let hear: (news: News) => void = () => {};
  let leave: () => void;
  try {
    leave = await listenForNews(news => hear(news));
  } catch {
    // The page asks now and then instead.
    return new Response(null, { status: 503 });
  }
  streams.set(actor.id, (streams.get(actor.id) ?? 0) + 1);
  const encoder = new TextEncoder();
  let end: () => void = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let isOver = false;
      let due: NodeJS.Timeout | undefined;
      const send = (text: string) => {
        if (!isOver) controller.enqueue(encoder.encode(text));
      };
      end = () => {
        if (isOver) return;
        isOver = true;
        clearInterval(beat);
        clearTimeout(life);
        clearTimeout(due);
        closers.delete(end);
        leave();
        const left = (streams.get(actor.id) ?? 1) - 1;
        if (left > 0) streams.set(actor.id, left);
        else streams.delete(actor.id);
        try {
          controller.close();
        } catch {
          // The browser has gone first.
        }
      };
      const pulse = async () => {
        due = undefined;
        const present = sessionId ? await actorOfSession(sessionId) : null;
        const seen = present && (watched ? await find(present, reference ?? "") : true);
        if (!present || !seen) {
          send(`event: ${present ? "gone" : "ended"}\ndata: {}\n\n`);
          return end();
        }
        send(`data: ${JSON.stringify(await pulseOf(present, watched))}\n\n`);
      };
      const look = () => {
        // Much that comes at once is one thing to look at.
        due ??= setTimeout(() => {
          pulse().catch(error => {
            logError("a page could not be told that something changed", error);
            end();
          });
        }, 50);
      };
      hear = news => {
        if (concerns(news)) look();
      };
      const beat = setInterval(() => {
        send(": still here\n\n");
        look();
      }, beatMs);
      const life = setTimeout(() => end(), lifeMs);
      closers.add(end);
      signal.addEventListener("abort", end, { once: true });
      send("retry: 2000\n\n");
      look();
    },
    cancel: () => end(),
  });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
