import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { isHttps } from "../env";
import { logInfo } from "../log";
import { tagsAsked } from "../messages/asked";
import { say } from "../messages/said";
import { type MessageCode, type Translator, translatorAmong } from "../messages/translate";
import { isEnding } from "../process/ending";
import { perProcess } from "../process/per-process";

const quietPolicy = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const headersOfAll = (): [string, string][] => [
  ["x-content-type-options", "nosniff"],
  ["referrer-policy", "same-origin"],
  ["permissions-policy", "camera=(), geolocation=(), microphone=()"],
  ["content-security-policy", quietPolicy],
  // No includeSubDomains: other hosts under the domain are not ours.
  ...(isHttps() ? [["strict-transport-security", "max-age=63072000"] as [string, string]] : []),
];

export function dress(response: ServerResponse): void {
  const write = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = ((...args: unknown[]) => {
    for (const [name, value] of headersOfAll())
      if (!response.hasHeader(name)) response.setHeader(name, value);
    if (isOutdatedForm(response)) {
      const [back = "/"] = response.req.url?.split("?", 1) ?? [];
      response.setHeader("location", `/trouble?outdated=1&back=${encodeURIComponent(back)}`);
      args[0] = 307;
    }
    return write(...args);
  }) as typeof response.writeHead;
}

/**
 * A form from before an upgrade, sent without script: Next no longer knows its action. A 307 makes the browser send
 * it again to a page that shows the text; a script needs only the header.
 */
const isOutdatedForm = (response: ServerResponse) =>
  response.hasHeader("x-nextjs-action-not-found") && !("next-action" in response.req.headers);

export type No = {
  status: number;
  code: MessageCode;
  retryAfter?: number;
  allow?: string;
  hangsUp?: boolean;
};

export function refuse(request: IncomingMessage, response: ServerResponse, no: No): void {
  if (response.headersSent) return void response.destroy();
  const isForScript = request.url?.startsWith("/api/files");
  response.statusCode = no.status;
  response.setHeader("content-type", isForScript ? "application/json" : "text/plain; charset=utf-8");
  response.setHeader("cache-control", "no-store");
  if (no.retryAfter) response.setHeader("retry-after", no.retryAfter);
  if (no.hangsUp) response.setHeader("connection", "close");
  if (no.allow) response.setHeader("allow", no.allow);
  const sentence = say(translatorOfRequest(request), no);
  const text = isForScript ? JSON.stringify({ error: sentence }) : `${sentence}\n`;
  response.setHeader("content-length", Buffer.byteLength(text));
  if (request.complete || no.hangsUp) return void response.end(text);
  response.write(text);
  linger(request, () => response.end());
}

export const translatorOfRequest = ({ headers }: IncomingMessage): Translator =>
  translatorAmong(tagsAsked(headers.cookie ?? "", String(headers["accept-language"] ?? "")));

/** Reads and discards the rest of the body up to this size: browsers read the response only after sending it. */
const maxThrownAway = 64_000_000;
const longestLingerMs = 290_000;

function linger(request: IncomingMessage, end: () => void): void {
  const { socket } = request;
  const [from, since] = [socket.bytesRead, Date.now()];
  const watch = setInterval(() => {
    const isOver = socket.bytesRead - from > maxThrownAway || Date.now() - since > longestLingerMs;
    if (isOver || isEnding()) socket.destroy();
  }, 500).unref();
  request.resume().once("close", () => {
    clearInterval(watch);
    end();
  });
}

/** Logs each message at most once a minute, so that a sender cannot fill the disk. */
export function logNow(message: string, facts: Record<string, string | number>): void {
  const logged = perProcess("logged by the gate", () => new Map<string, number>());
  if (Date.now() - (logged.get(message) ?? 0) < 60_000) return;
  logged.set(message, Date.now());
  logInfo(message, Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, shown(value)])));
}

const shown = (value: string | number) => (typeof value === "string" ? value.slice(0, 200) : value);
