import "server-only";
import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { maxWords } from "./measure";

/** The sender has gone. */
export class BrokenOff extends Error {}

/** The sender takes longer than anybody who wants to be done. */
export class TooSlow extends BrokenOff {}

/** Whether so much in so much time is too little: on average 10 kB a second, once the line had 10 seconds to get going. */
export const isTooSlow = ({ length, size, ms }: { length: number; size: number; ms: number }) =>
  length > maxWords && ms > 10_000 && size < ms * 10;

/** Stands for a body that was taken out, so that the request does not count as ended before another is put in. */
const placeholder = Buffer.from(" ");

/**
 * Reads the body of a request, which has said its length, piece by piece as fast as `take` takes them. The request is
 * left with a placeholder in place of its body: `putBody` must follow before anybody else reads it.
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

/** By which Node and fetch know whether a stream was begun to be read; see stream.isDisturbed. */
const disturbed = Symbol.for("nodejs.stream.disturbed");

/** Puts a body into a request whose own was taken. */
export function putBody(request: IncomingMessage, body: Buffer, contentType?: string): void {
  request.read();
  request.unshift(body);
  Object.assign(request, { [disturbed]: false });
  request.headers["content-length"] = String(body.length);
  if (contentType) request.headers["content-type"] = contentType;
}

export const lengthOf = ({ headers }: IncomingMessage) => Number(headers["content-length"] ?? 0);
