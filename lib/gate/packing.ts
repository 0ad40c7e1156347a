import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync, zstdCompressSync } from "node:zlib";
// Next's own copy, which Next would call for each answer by itself.
import compression from "next/dist/compiled/compression/index.js";
import { releaseCompressionStream } from "next/dist/server/lib/release-compression-stream.js";
import { drawWithoutScript } from "./undrawn";

const pack = compression({});
const nothing = () => {};

/** The best first. Of gzip, level 6 takes twice the time for a tenth fewer bytes, and 1 no less than 3. */
const packings: [encoding: string, pack: (page: Buffer) => Buffer][] = [
  ["zstd", page => zstdCompressSync(page)],
  ["gzip", page => gzipSync(page, { level: 3 })],
];
/** In bytes. A longer page is sent in pieces, as Next writes it. */
const longestPage = 500_000;

/** Packs what is sent to those who can unpack it: a page as a whole, anything else as it comes. */
export function packAnswer(request: IncomingMessage, response: ServerResponse): void {
  pack(request, response, nothing);
  response.once("close", () => {
    if (!response.writableFinished) releaseCompressionStream(response);
  });
  packPage(request, response);
}

/**
 * Next writes a page in several pieces within a few milliseconds. To wake a thread that packs each, and to send each by
 * itself, takes more than packing does; nothing of a page is meant to be shown before the rest.
 */
function packPage(request: IncomingMessage, response: ServerResponse): void {
  const { write, end, flushHeaders } = response;
  const pieces: Uint8Array[] = [];
  let length = 0;
  let isHeld: boolean | undefined;
  const holds = () => (isHeld ??= !response.headersSent && isPage(response));

  response.flushHeaders = () => {
    if (!holds()) flushHeaders.call(response);
  };
  response.write = ((piece: Uint8Array | string, ...rest: unknown[]) => {
    if (!holds()) return Reflect.apply(write, response, [piece, ...rest]);
    pieces.push(Buffer.from(piece as string));
    length += piece.length;
    if (length <= longestPage) return true;
    isHeld = false;
    return Reflect.apply(write, response, [Buffer.concat(pieces.splice(0))]);
  }) as typeof write;
  response.end = ((...rest: unknown[]) => {
    if (pieces.length === 0) return Reflect.apply(end, response, rest);
    const [last] = rest;
    if (typeof last === "string" || last instanceof Uint8Array) pieces.push(Buffer.from(last as string));
    let page = drawWithoutScript(request, response, Buffer.concat(pieces.splice(0)));
    const [encoding, pack] = packings.find(([name]) => takes(request, name)) ?? [];
    if (encoding && pack) {
      page = pack(page);
      response.setHeader("content-encoding", encoding);
    }
    response.setHeader("content-length", page.length);
    return Reflect.apply(end, response, [page]);
  }) as typeof end;
}

const isPage = (response: ServerResponse) =>
  /^text\/(html|x-component)\b/.test(String(response.getHeader("content-type")));

const takes = ({ headers }: IncomingMessage, encoding: string) =>
  String(headers["accept-encoding"])
    .split(",")
    .some(one => {
      const [name = "", ...rest] = one.split(";");
      return name.trim().toLowerCase() === encoding && !rest.some(refuses);
    });

const refuses = (weight: string) => /^\s*q=0(\.0*)?\s*$/i.test(weight);
