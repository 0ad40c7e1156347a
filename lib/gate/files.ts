import "server-only";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import busboy from "busboy";
import type { No } from "./answers";
import { lengthOf, putBody, takeBody } from "./body";
import { isOurCall } from "./call";
import { boundaryOf, maxFields, maxWords } from "./measure";
import { openSpool, type Spool, spooledType } from "./spooled";
import { noForm, tooMuch } from "./words";

const maxNames = 1_000;
const maxFiles = 20;

const longestMs = (request: IncomingMessage) => (lengthOf(request) > maxWords ? 290_000 : 60_000);

type Pair = { request: IncomingMessage; response: ServerResponse };
type Keep = (spool: Spool) => void;

export async function spoolFile(pair: Pair, keep: Keep): Promise<void> {
  const spool = await openSpool();
  keep(spool);
  await takeBody(pair, longestMs(pair.request), spool.write);
  putBody(pair.request, Buffer.from(spool.id));
  pair.request.headers["x-lodge-spooled"] = spool.id;
}

/**
 * Spools files as they arrive and leaves their ids in the form, so later readers hold only text in memory.
 * @throws BrokenOff
 */
export async function spoolForm(pair: Pair, keep: Keep): Promise<No | null> {
  const { request } = pair;
  const form = makeForm();
  const files: Promise<void>[] = [];
  let words = 0;
  let isTooMuch = false;
  const parser = busboy({
    headers: {
      "content-type": `multipart/form-data; boundary=${boundaryOf(request.headers["content-type"])}`,
    },
    defParamCharset: "utf8",
    limits: {
      parts: maxFields,
      files: maxFiles,
      fieldSize: maxWords,
      fieldNameSize: maxNames,
      headerPairs: 10,
    },
  });
  for (const limit of ["partsLimit", "filesLimit"])
    parser.on(limit, () => {
      isTooMuch = true;
    });
  parser.on("field", (name = "", value) => {
    words += Buffer.byteLength(value) + name.length;
    isTooMuch ||= words > maxWords || name.length >= maxNames;
    form.add(name, value);
  });
  parser.on("file", (name = "", content, { filename = "", mimeType }) => {
    const fill = form.hold();
    const file = spoolPart(content, keep).then(({ id, size }) =>
      fill(name, size === 0 ? "" : id, { filename, type: size === 0 ? mimeType : spooledType }),
    );
    file.catch(error => parser.destroy(error));
    files.push(file);
  });
  const done = once(parser, "close");
  done.catch(() => undefined);
  try {
    await takeBody(pair, longestMs(request), async piece => {
      if (isTooMuch || parser.destroyed) return;
      if (!parser.write(piece)) await Promise.race([once(parser, "drain"), done]);
    });
    if (isTooMuch) return tooMuch;
    parser.end();
    await done;
    await Promise.all(files);
  } catch (error) {
    parser.destroy();
    await Promise.allSettled(files);
    if (error instanceof Error && /^(Unexpected end of form|Malformed)/.test(error.message))
      return { status: 400, code: "gate.incomplete" };
    throw error;
  }
  const body = form.body();
  if (!(await isOurCall(body, form.type, "next-action" in request.headers))) return noForm(request);
  putBody(request, body, form.type);
  return null;
}

async function spoolPart(content: Readable, keep: Keep): Promise<Spool> {
  const spool = await openSpool();
  keep(spool);
  for await (const piece of content) await spool.write(piece);
  return spool;
}

function makeForm() {
  const boundary = `lodge-${randomBytes(16).toString("hex")}`;
  const parts: string[] = [];
  const quote = (text: string) => text.replaceAll("\r", "%0D").replaceAll("\n", "%0A").replaceAll('"', "%22");
  const write = (name: string, value: string, file?: { filename: string; type: string }) =>
    [
      `--${boundary}\r\nContent-Disposition: form-data; name="${quote(name)}"`,
      file && `; filename="${quote(file.filename)}"\r\nContent-Type: ${quote(file.type)}`,
      `\r\n\r\n${value}\r\n`,
    ].join("");
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    add(name: string, value: string) {
      parts.push(write(name, value));
    },
    hold() {
      const at = parts.push("") - 1;
      return (...part: Parameters<typeof write>) => {
        parts[at] = write(...part);
      };
    },
    body: () => Buffer.from(`${parts.join("")}--${boundary}--\r\n`),
  };
}
