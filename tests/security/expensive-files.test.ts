import { describe, expect, it } from "vitest";
import { inspectFile } from "@/lib/attachments/inspect";
import { aPicture } from "../support/files";
import { holdOfThis, holdsNoLonger } from "../support/loop-watch";
import { towerOf } from "../support/nasty";

const inspect = (name: string, content: Uint8Array) => inspectFile(name, content, { maxFileSize: 10 });

// A file is looked at by the process that serves the pages. Its name and its bytes are whatever a stranger likes.

const size = 9_990_000;

function fileOf(start: number[] | string, part: number[] | string): Buffer {
  const [head, unit] = [start, part].map(one =>
    typeof one === "string" ? Buffer.from(one) : Buffer.from(one),
  );
  const bytes = Buffer.alloc(size);
  if (unit) bytes.fill(unit);
  head?.copy(bytes);
  return bytes;
}

const entry = [0x50, 0x4b, 3, 4, 10, 0, 0, 0, 0, 0, ...Array(16).fill(0), 1, 0, 0, 0, 0x61];
const endless = [0x50, 0x4b, 3, 4, 10, 0, 8, 0, 8, 0, ...Array(16).fill(0), 1, 0, 0, 0, 0x61];
const jfif = [0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];
const png = [...aPicture().subarray(0, 33)];

const files: [string, string, () => Buffer][] = [
  ["a JPEG of two million segments", "a.jpg", () => fileOf(jfif, [0xff, 0xe2, 0, 2])],
  ["a PNG of a million chunks", "a.png", () => fileOf(png, [0, 0, 0, 0, 0x61, 0x61, 0x41, 0x61, 0, 0, 0, 0])],
  ["a GIF of two million comments", "a.gif", () => fileOf("GIF89a\x01\0\x01\0\0\0\0", [0x21, 0xfe, 1, 0, 0])],
  ["a WebP of nothing", "a.webp", () => fileOf("RIFF\xff\xff\xff\0WEBPVP8X", [0])],
  ["a PNG as large as a country", "a.png", () => aPicture(20_000, 3)],
  ["an archive of many entries", "a.zip", () => fileOf(entry, entry)],
  ["an archive whose entry has no end", "a.zip", () => fileOf(endless, "P")],
  ["a document of many entries", "a.docx", () => fileOf(entry, entry)],
  ["an HEIC of many boxes", "a.heic", () => fileOf("\0\0\0\x10ftypheic\0\0\0\0", "\0\0\0\x08free")],
  ["a TIFF of many tags", "a.tiff", () => fileOf([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 255, 255], [0])],
  ["a sound of many tags", "a.mp3", () => fileOf("ID3\x04\0\0\0\0\0\0", "ID3\x04\0\0\0\0\0\0")],
  ["a film of many elements", "a.webm", () => fileOf([0x1a, 0x45, 0xdf, 0xa3, 0x88], [0xec, 0x80])],
  ["ten megabytes of text", "a.txt", () => fileOf("", "lorem ipsum dolor ")],
  ["ten megabytes of XML", "a.xml", () => fileOf("<?xml version='1.0'?>", "<g>")],
  ["ten megabytes in an old encoding", "a.txt", () => fileOf([0xe9], [0xe9])],
  ["ten megabytes of UTF-16", "a.txt", () => fileOf([0xff, 0xfe], [0x61, 0])],
  ["text with a control character at its end", "a.txt", () => fileOf("", "a").fill(1, size - 1)],
  ["ten megabytes of a PDF", "a.pdf", () => fileOf("%PDF-1.7\n", "1 0 obj <</Type/Catalog>>\n")],
];

/** A refusal is an answer, too. */
const look = (name: string, content: Buffer) => () =>
  inspect(name, content).then(
    () => "kept",
    () => "refused",
  );

describe("a file is looked at without holding anybody up:", () => {
  it.each(files)("%s", async (_, name, make) => {
    await holdsNoLonger({ holdOf: holdOfThis }, look("photo.png", aPicture(400, 300)), look(name, make()));
  });

  it.each([
    ["marks", () => towerOf(300_000)],
    ["dots", () => `${".".repeat(900_000)}a`],
    ["spaces", () => `a${" ".repeat(900_000)}b.txt`],
    ["parts", () => "a/".repeat(400_000)],
    ["endings", () => ".txt".repeat(200_000)],
  ])("a name of nothing but %s", async (_, name) => {
    const content = Buffer.from("What we saw.");
    await holdsNoLonger({ holdOf: holdOfThis }, look("notes.txt", content), look(name(), content));
  });
});

describe("what the bounds leave alone:", () => {
  it("a photo with its colours and thumbnails in front is shown in its size", async () => {
    const segment = Buffer.concat([Buffer.from([0xff, 0xe2, 0xff, 0xff]), Buffer.alloc(0xffff - 2)]);
    const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 30, 0, 40, 1, 1, 0x11, 0]);
    const photo = Buffer.concat([Buffer.from(jfif), ...Array(20).fill(segment), frame, Buffer.alloc(64)]);
    expect(await inspect("photo.jpg", photo)).toMatchObject({ width: 40, height: 30 });
  });

  it("a text is text to its last megabyte, and no further than its first control character", async () => {
    const text = fileOf("", "größer ");
    expect(await inspect("a.txt", text.subarray(0, 3_500_008))).toMatchObject({ type: "text/plain" });
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("wide ".repeat(500_000), "utf16le")]);
    expect(await inspect("a.txt", wide)).toMatchObject({ type: "text/plain" });
    await expect(inspect("a.txt", Buffer.concat([wide, Buffer.from([0, 0xd8])]))).rejects.toThrow();
  });
});
