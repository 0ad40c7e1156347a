import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { perProcess } from "../process/per-process";
import { logNow, type No } from "./answers";
import { putBody, takeBody } from "./body";
import { isBareCall, isOurCall } from "./call";
import { boundaryOf, hasTooManyFields, type Kind } from "./measure";

/** Memory for bodies still arriving: in total, and per network. Bytes. */
const maxOfAll = 48_000_000;
const maxOfOne = 16_000_000;
const longestMs = 60_000;

export const tooMuch: No = {
  status: 413,
  code: "gate.too_much",
};
const busy: No = {
  status: 503,
  code: "gate.busy",
  retryAfter: 5,
};

const held = () => perProcess("bytes at the gate", () => new Map<string, number>());

function hold(network: string, bytes: number): boolean {
  for (const key of ["all", network]) {
    const sum = (held().get(key) ?? 0) + bytes;
    if (sum > 0) held().set(key, sum);
    else held().delete(key);
  }
  return (held().get("all") ?? 0) <= maxOfAll && (held().get(network) ?? 0) <= maxOfOne;
}

/** The refusal of a body that no form of ours sends. Logged, because if one of our pages did send it, that is a bug. */
export function noForm({ headers, url = "" }: IncomingMessage, status = 400): No {
  logNow("refused data that no form of the desk sends", {
    type: headers["content-type"]?.split(";", 1)[0] ?? "none",
    path: url.split(/[?/]/, 2).join("/"),
  });
  return { status, code: "gate.no_form" };
}

/** Doubles the buffer as data arrives: never by the announced length, never once per chunk. */
const widen = (body: Buffer, size: number) => Buffer.concat([body], Math.max(4_096, 2 * size));

class Full extends Error {}

/**
 * Reads a body of text before anything parses it, and puts it back if one of our forms may have sent it.
 * @throws BrokenOff
 */
export async function checkWords(
  pair: { request: IncomingMessage; response: ServerResponse },
  network: string,
  kind: Kind,
): Promise<No | null> {
  const { request } = pair;
  let body: Buffer = Buffer.alloc(0);
  let size = 0;
  try {
    await takeBody(pair, longestMs, piece => {
      if (size + piece.length > body.length) body = widen(body, size + piece.length);
      piece.copy(body, size);
      size += piece.length;
      if (!hold(network, piece.length)) throw new Full();
    });
  } catch (error) {
    if (error instanceof Full) return busy;
    throw error;
  } finally {
    hold(network, -size);
  }
  body = body.subarray(0, size);
  const type = request.headers["content-type"];
  if (hasTooManyFields(body, type)) return tooMuch;
  if (kind !== "form" && /^multipart\//i.test(type ?? "") && body.includes("$ACTION_"))
    return noForm(request);
  if (isBareCall(request) && body.toString() !== "[]") return noForm(request);
  if (boundaryOf(type) && !(await isOurCall(body, type ?? "", "next-action" in request.headers)))
    return noForm(request);
  putBody(request, body);
  return null;
}
