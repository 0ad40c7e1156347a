import { isUtf8 } from "node:buffer";

const lineEnd = 10;
const maxBoundaries = 200;

type Head = { start: number; end: number; text: string };

/** Old Western programs name no charset; declares windows-1252 where the bytes are not UTF-8. */
export function declareCharset(raw: Buffer): Buffer {
  const heads = headsOf(raw);
  const kept: Buffer[] = [];
  let at = 0;
  heads.forEach(({ start, end, text }, index) => {
    const bodyEnd = heads[index + 1]?.start ?? raw.length;
    const head = raw.subarray(start, end);
    const declared =
      declaresNothing(text) && !isKnown(raw.subarray(end, bodyEnd), text) ? declare(text) : null;
    if (declared === null && isUtf8(head)) return;
    // The text was read one byte per character, so writing it as latin1 restores the original UTF-8.
    const letters = declared ?? text;
    kept.push(raw.subarray(at, start), isUtf8(head) ? Buffer.from(letters, "latin1") : decode(letters));
    at = end;
  });
  return at === 0 ? raw : Buffer.concat([...kept, raw.subarray(at)]);
}

function headsOf(raw: Buffer): Head[] {
  const heads: Head[] = [];
  const boundaries = new Set<string>();
  let start = 0;
  let isHead = true;
  for (let at = 0; at < raw.length; ) {
    const found = raw.indexOf(lineEnd, at);
    const next = found < 0 ? raw.length : found + 1;
    if (isHead && (next - at === 1 || (next - at === 2 && raw[at] === 13))) {
      const text = raw.toString("latin1", start, at);
      heads.push({ start, end: at, text });
      const boundary = /boundary="?([^"\r\n;]{1,100})/i.exec(text)?.[1]?.trim();
      if (boundary && boundaries.size < maxBoundaries) boundaries.add(boundary);
      isHead = false;
    } else if (!isHead && raw[at] === 45 && raw[at + 1] === 45 && next - at < 110) {
      const line = raw.toString("latin1", at + 2, next).trim();
      if (boundaries.has(line)) {
        isHead = true;
        start = next;
      }
    }
    at = next;
  }
  return heads;
}

const type = /^content-type:[ \t]*([^;\r\n]*)/im;
const encoding = /^content-transfer-encoding:[ \t]*([\w-]+)/im;

function declaresNothing(head: string): boolean {
  const charset = /charset="?([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  return (
    /^text\/|^$/i.test((type.exec(head)?.[1] ?? "").trim()) && (!charset || /^(us-)?ascii$/.test(charset))
  );
}

function isKnown(body: Buffer, head: string): boolean {
  const way = encoding.exec(head)?.[1]?.toLowerCase();
  if (way === "base64") return isUtf8(Buffer.from(body.toString("latin1"), "base64"));
  if (way !== "quoted-printable") return isUtf8(body);
  const plain = body
    .toString("latin1")
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return isUtf8(Buffer.from(plain, "latin1"));
}

function declare(head: string): string {
  const named = head.replace(/charset="?[\w-]+"?/i, "charset=windows-1252");
  if (named !== head) return named;
  if (!type.test(head)) return `${head}Content-Type: text/plain; charset=windows-1252\r\n`;
  return head.replace(
    type,
    (_, kind: string) => `Content-Type: ${kind.trim() || "text/plain"}; charset=windows-1252`,
  );
}

const decode = (letters: string) =>
  Buffer.from(new TextDecoder("windows-1252").decode(Buffer.from(letters, "latin1")));
