import "server-only";
import { actorOfSession, noteSeen } from "../accounts/sessions";
import { isAgent, type PersonActor } from "../actor";
import { countUnread, markRead, newestOnDesktop } from "../bell/notices";
import { minutes } from "../clock";
import { Prisma, readRows } from "../db";
import { hearsOfPresent } from "../desk/presence";
import { listenForNews, type News } from "../live/feed";
import { type LiveList, type MembersList, readListStamp, tellLists, watchList } from "../live/lists";
import { logError } from "../log";
import { perProcess } from "../process/per-process";
import { visibleSql } from "../requests/policy";
import { numberOf } from "../requests/reference";
import { readStamp } from "../requests/stamp";
import { readSessionCookie } from "../session/cookies";
import { gatherChanges, type ListChanges } from "./list-changes";

/**
 * What an open page receives; `stamp` is that of its request or list, `desktop` the newest notice that an agent's desktop is
 * to show. Never any content.
 */
export type Pulse = { unread: number; stamp?: string; desktop?: string } & ListChanges;

export type Shown = { request: string | null; list: string | null };

export const shownBy = (url: string): Shown => {
  const { searchParams } = new URL(url);
  return { request: searchParams.get("request"), list: searchParams.get("list") };
};

const beatMs = 25_000;
const lifeMs = minutes(15);
const maxStreams = 20;

/** Milliseconds in which events are combined; longer on a list, which many may change. */
const gatherMs = { other: 50, list: 1_000, present: 200 };

type Watched = { id: string; number: number; people?: string[] };
type Watch = { request: Watched | null; list: LiveList | null };

/** For pages that cannot hold a stream; null once there is nothing for them any more. */
export async function readPulse(actor: PersonActor, shown: Shown): Promise<Pulse | null> {
  const watch = await watchOf(actor, shown);
  return watch && pulseOf(actor, watch);
}

async function watchOf(actor: PersonActor, shown: Shown): Promise<Watch | null> {
  const list = shown.list === null ? null : listOf(actor, shown.list);
  const request = shown.request === null ? null : await find(actor, shown.request);
  const isThere = (shown.list === null || list) && (shown.request === null || request);
  return isThere ? { request, list } : null;
}

function listOf(actor: PersonActor, name: string): LiveList | null {
  if (name === "own" || name === "ours") return name;
  return name === "queue" && isAgent(actor) ? name : null;
}

const isMembers = (list: LiveList | null): list is MembersList => list === "own" || list === "ours";

async function find(actor: PersonActor, reference: string): Promise<Watched | null> {
  const number = numberOf(reference);
  if (number === null) return null;
  const [request] = await readRows<Watched>(Prisma.sql`
    select r.id, r.number from requests r where r.number = ${number} and ${visibleSql(actor)}`);
  return request ?? null;
}

async function pulseOf(actor: PersonActor, { request: watched, list }: Watch): Promise<Pulse> {
  // What arrives on an open and visible page counts as read.
  if (watched) await markRead(actor, watched.number);
  const [unread, drawn, stamp, desktop] = await Promise.all([
    countUnread(actor),
    watched ? readStamp(actor, watched.number) : undefined,
    list && !watched ? readListStamp(list, actor.id) : undefined,
    isAgent(actor) ? newestOnDesktop(actor) : undefined,
  ]);
  if (watched) watched.people = drawn?.people;
  return {
    unread,
    ...((drawn || stamp) && { stamp: drawn?.stamp ?? stamp }),
    ...(desktop !== undefined && { desktop }),
  };
}

const openStreams = () =>
  perProcess("streams", () => ({ ofPerson: new Map<string, number>(), closers: new Set<() => void>() }));

export function closeStreams(): void {
  for (const close of [...openStreams().closers]) close();
}

/**
 * Checks the session and access to the request before each pulse; once one has ended, notifies the page to check for
 * itself, and ends.
 */
export async function openStream(actor: PersonActor, shown: Shown, signal: AbortSignal): Promise<Response> {
  const sessionId = await readSessionCookie();
  const watch = await watchOf(actor, shown);
  if (!watch) return new Response(null, { status: 404 });
  if (sessionId) await noteSeen(sessionId);
  const { request: watched, list } = watch;
  const { ofPerson: streams, closers } = openStreams();
  if ((streams.get(actor.id) ?? 0) >= maxStreams)
    return new Response(null, { status: 429, headers: { "retry-after": "60" } });
  const concerns = (news: News) => {
    if (news.about === "anything") return true;
    if (news.about === "presence") return false;
    if (news.about === "desk") return isAgent(actor) && news.id === watched?.id;
    if (news.about === "customer") return isAgent(actor) && (watched?.people?.includes(news.id) ?? false);
    if (news.about === "name") return watched?.people?.includes(news.id) ?? false;
    const isAboutPerson = news.about === "person" || news.about === "notice";
    return news.id === (isAboutPerson ? actor.id : watched?.id);
  };
  // Removal from a request and reading its notices both arrive as news about the person.
  const changesList = (news: News) => {
    if (news.about === "anything") return list !== null;
    if (isMembers(list)) return news.about === "person" && news.id === actor.id;
    return list === "queue" && !["person", "customer", "presence", "notice"].includes(news.about);
  };
  const changesPresent = (news: News) =>
    isAgent(actor) &&
    (news.about === "anything" ||
      (news.about === "presence" && (watched ? news.id === watched.id : list === "queue")));
  const giveBack = () => {
    const left = (streams.get(actor.id) ?? 1) - 1;
    if (left > 0) streams.set(actor.id, left);
    else streams.delete(actor.id);
  };
  let hear: (news: News) => void = () => {};
  let leave: () => void;
  // Counted before anything is waited for, or many at once would all be let in.
  streams.set(actor.id, (streams.get(actor.id) ?? 0) + 1);
  try {
    leave = await listenForNews(news => hear(news));
  } catch {
    giveBack();
    // The page falls back to polling.
    return new Response(null, { status: 503 });
  }
  const encoder = new TextEncoder();
  let end: () => void = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let isOver = false;
      let due: NodeJS.Timeout | undefined;
      let dueAt = 0;
      let presentDue: NodeJS.Timeout | undefined;
      const changes = gatherChanges();
      const send = (text: string) => {
        if (!isOver) controller.enqueue(encoder.encode(text));
      };
      end = () => {
        if (isOver) return;
        isOver = true;
        clearInterval(beat);
        clearTimeout(life);
        clearTimeout(due);
        clearTimeout(presentDue);
        closers.delete(end);
        leave();
        leaveList?.();
        giveBack();
        try {
          controller.close();
        } catch {
          // The browser has disconnected.
        }
      };
      const pulse = async () => {
        due = undefined;
        const present = sessionId ? await actorOfSession(sessionId) : null;
        // A page is drawn for a role: for another one it is another page, or none.
        const seen = present?.role === actor.role && (await watchOf(present, shown));
        if (!present || !seen) {
          send(`event: ${present ? "gone" : "ended"}\ndata: {}\n\n`);
          return end();
        }
        const changed = await changes.take(present);
        send(`data: ${JSON.stringify({ ...(await pulseOf(present, watch)), ...changed })}\n\n`);
      };
      // That somebody has come or gone, and not who: agents' pages then ask.
      const sayPresent = async () => {
        presentDue = undefined;
        const reader = sessionId ? await actorOfSession(sessionId) : null;
        if (reader && (await hearsOfPresent(reader, watched?.id))) send("event: presence\ndata: {}\n\n");
      };
      const lookWhoIsThere = () => {
        presentDue ??= setTimeout(() => {
          sayPresent().catch(error => logError("a page could not be told that somebody came or left", error));
        }, gatherMs.present);
      };
      const look = (waitMs = gatherMs.other) => {
        const at = performance.now() + waitMs;
        if (due && dueAt <= at) return;
        clearTimeout(due);
        dueAt = at;
        due = setTimeout(() => {
          pulse().catch(error => {
            logError("a page could not be told that something changed", error);
            end();
          });
        }, waitMs);
      };
      const change = (news: News) => {
        changes.add(news);
        look(gatherMs.list);
      };
      const leaveList = isMembers(list)
        ? watchList(list, actor.id, () => change({ about: "anything" }))
        : undefined;
      hear = news => {
        if (isMembers(list) && news.about === "request") tellLists(news.id);
        const isOfList = changesList(news);
        if (isOfList) change(news);
        // A list beside the request does not keep that waiting.
        if (concerns(news) && (watched || !isOfList)) look();
        if (changesPresent(news)) lookWhoIsThere();
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
      if (list === "queue" && !watched) lookWhoIsThere();
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
