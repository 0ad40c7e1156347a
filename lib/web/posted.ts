import "server-only";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import busboy from "busboy";

export type Posted = { words: [name: string, value: string][]; files: { field: string; name: string }[] };

// A form with files may have 26 MB; of its text, keep no more than a form without files may have.
const max = { bytes: 26_000_000, wordBytes: 1_000_000, fields: 500 };

/** Skips the files. Null if it is not a form, broken or too large. */
export async function readPosted(request: Request): Promise<Posted | null> {
  if (!request.body || Number(request.headers.get("content-length")) > max.bytes) return null;
  const body = Readable.fromWeb(request.body as ReadableStream);
  try {
    return await collect(body, request.headers.get("content-type") ?? "");
  } catch {
    return null;
  } finally {
    body.destroy();
  }
}

function collect(body: Readable, contentType: string): Promise<Posted | null> {
  const posted: Posted = { words: [], files: [] };
  let bytes = 0;
  let wordBytes = 0;
  return new Promise((resolve, reject) => {
    const parser = busboy({
      headers: { "content-type": contentType },
      defParamCharset: "utf8",
      limits: { fields: max.fields, files: 50, parts: max.fields + 50, fieldSize: max.wordBytes },
    });
    const refuse = () => resolve(null);
    parser.on("field", (name, value, { nameTruncated, valueTruncated }) => {
      wordBytes += name.length + value.length;
      if (nameTruncated || valueTruncated || wordBytes > max.wordBytes) refuse();
      else posted.words.push([name, value]);
    });
    parser.on("file", (field, content, { filename }) => {
      content.resume();
      if (filename) posted.files.push({ field, name: filename });
    });
    for (const limit of ["fieldsLimit", "filesLimit", "partsLimit"] as const) parser.on(limit, refuse);
    parser.once("error", reject);
    parser.once("close", () => resolve(posted));
    body.on("data", (part: Buffer) => {
      bytes += part.length;
      if (bytes > max.bytes) refuse();
    });
    body.once("error", reject);
    body.pipe(parser);
  });
}
