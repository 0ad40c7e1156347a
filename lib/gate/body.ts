import "server-only";
import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { maxWords } from "./measure";

export class BrokenOff extends Error {}

export class TooSlow extends BrokenOff {}

/** Whether an upload is below 10 kB/s on average, after 10 seconds of grace. */
export const isTooSlow = ({ length, size, ms }: { length: number; size: number; ms: number }) =>
  length > maxWords && ms > 10_000 && size < ms * 10;

/** Keeps the request from counting as ended until `putBody` puts a body back. */
const placeholder = Buffer.from(" ");

/**
 * Reads a body no faster than `take` consumes it. Call `putBody` before anything else reads the request.
 * @throws BrokenOff, TooSlow
 */
export async function takeBody(
  { request, response }: { request: IncomingMessage; response: ServerResponse },
  longestMs: number,
  take: (piece: Buffer) => Promise<void> | void,
): Promise<void> {
  const length = lengthOf(request);
  const over = new AbortController();
  const end = () => over.abort(new BrokenOff());
  const since = Date.now();
  let size = 0;
  const timer = setInterval(() => {
    const ms = Date.now() - since;
    if (ms > longestMs || isTooSlow({ length, size, ms })) over.abort(new TooSlow());
  }, 1_000).unref();
  request.once("close", end);
  if (/100-continue/i.test(request.headers.expect ?? "")) response.writeContinue();
  try {
    while (size < length) {
      const piece: Buffer | null = request.read();
      if (piece === null) {
        await once(request, "readable", { signal: over.signal });
        continue;
      }
      size += piece.length;
      if (size >= length) request.unshift(placeholder);
      await take(piece);
    }
  } catch (error) {
    if (over.signal.aborted) throw over.signal.reason;
    if (request.destroyed) throw new BrokenOff();
    throw error;
  } finally {
    clearInterval(timer);
    request.off("close", end);
  }
}

const disturbed = Symbol.for("nodejs.stream.disturbed");

export function putBody(request: IncomingMessage, body: Buffer, contentType?: string): void {
  request.read();
  request.unshift(body);
  Object.assign(request, { [disturbed]: false });
  request.headers["content-length"] = String(body.length);
  if (contentType) request.headers["content-type"] = contentType;
}

export const lengthOf = ({ headers }: IncomingMessage) => Number(headers["content-length"] ?? 0);
