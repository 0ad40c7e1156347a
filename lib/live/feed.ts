import "server-only";
import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { db } from "../db";
import { env } from "../env";
import { logInfo } from "../log";
import { perProcess } from "../process/per-process";

const abouts = ["request", "desk", "person", "name", "customer", "presence", "notice"] as const;

/**
 * `desk` is a request of which only agents learn, and `presence` one that they look at; `name` is how a person is shown, `customer`
 * what only agents know about them, and `notice` that they have news; `anything` follows a lost connection.
 */
export type News = { about: (typeof abouts)[number]; id: string } | { about: "anything" };
type Hear = (news: News) => void;

type Feed = {
  listeners: Set<Hear>;
  client: Client | null;
  ready: Promise<void> | null;
  again: NodeJS.Timeout | null;
  failures: number;
};

const firstPauseMs = 250;
const longestPauseMs = 30_000;
const longestSilenceMs = 5_000;
const probe = "probe:";

const feed = () =>
  perProcess<Feed>("feed", () => ({
    listeners: new Set(),
    client: null,
    ready: null,
    again: null,
    failures: 0,
  }));

/**
 * Calls back on every commit until the returned function is called. All listeners share one connection outside of the
 * pool, open from the first to the last. @throws the connection error if it cannot be opened or is being reopened
 */
export async function listenForNews(hear: Hear): Promise<() => void> {
  const { listeners } = feed();
  listeners.add(hear);
  const leave = () => {
    if (listeners.delete(hear) && listeners.size === 0) close();
  };
  try {
    feed().ready ??= connect();
    await feed().ready;
    return leave;
  } catch (error) {
    leave();
    throw error;
  }
}

async function connect(): Promise<void> {
  const client = new Client({
    connectionString: env().DATABASE_URL,
    connectionTimeoutMillis: 3_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 30_000,
    application_name: "lodge news",
  });
  feed().client = client;
  client.on("notification", ({ payload = "" }) => {
    // A connection being closed has no listeners left.
    if (feed().client === client && !payload.startsWith(probe)) tell(newsOf(payload));
  });
  // Without a listener, an error would end the process; `lose` handles it.
  client.on("error", () => lose(client));
  client.once("end", () => lose(client));
  try {
    await client.connect();
    await client.query("listen lodge_news");
    await requireHearing(client);
  } catch (error) {
    lose(client);
    throw error;
  }
  if (feed().client !== client) throw new Error("The feed was closed while it opened.");
  if (feed().failures === 0) return;
  feed().failures = 0;
  logInfo("news from the database are heard again");
  tell({ about: "anything" });
}

/** Sends a probe: a pooler in transaction mode accepts LISTEN but delivers nothing. @throws Error if none arrives */
async function requireHearing(client: Client): Promise<void> {
  const said = `${probe}${randomUUID()}`;
  const heard = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error("News do not come through this connection to the database.")),
      longestSilenceMs,
    );
    client.on("notification", ({ payload }) => {
      if (payload !== said) return;
      clearTimeout(timer);
      resolve();
    });
    client.once("end", () => {
      clearTimeout(timer);
      reject(new Error("The connection was lost."));
    });
  });
  heard.catch(() => undefined);
  await db().$queryRaw`select pg_notify('lodge_news', ${said}) is null as done`;
  await heard;
}

/** Drops a broken connection and, while there are listeners, reconnects with growing pauses. */
function lose(client: Client): void {
  const at = feed();
  if (at.client !== client) return;
  at.client = null;
  at.ready = null;
  void client.end().catch(() => undefined);
  if (at.listeners.size === 0) return;
  // Log each loss once, not each retry.
  if (at.failures++ === 0) logInfo("news from the database are not heard; trying again");
  if (at.again) return;
  const pauseMs = Math.min(firstPauseMs * 2 ** (at.failures - 1), longestPauseMs);
  at.again = setTimeout(retry, pauseMs);
  at.again.unref();
}

function retry(): void {
  const at = feed();
  at.again = null;
  if (at.listeners.size === 0 || at.ready) return;
  at.ready = connect();
  at.ready.catch(() => undefined);
}

function close(): void {
  const at = feed();
  const { client } = at;
  if (at.again) clearTimeout(at.again);
  Object.assign(at, { client: null, ready: null, again: null, failures: 0 });
  void client?.end().catch(() => undefined);
}

function tell(news: News): void {
  for (const hear of [...feed().listeners]) hear(news);
}

function newsOf(payload: string): News {
  const [word, id] = payload.split(":");
  const about = abouts.find(about => about === word);
  return about && id ? { about, id } : { about: "anything" };
}
