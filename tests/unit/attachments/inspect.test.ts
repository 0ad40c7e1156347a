import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { inspectFile } from "@/lib/attachments/inspect";
import { kindOf } from "@/lib/attachments/kinds";
import { aPdf, aPicture } from "../../support/files";
import { expectRefusal } from "../../support/refusal";

const inspect = (name: string, content: Uint8Array) => inspectFile(name, content, { maxFileSize: 10 });

const text = (words: string) => Buffer.from(words);
const jpeg = Buffer.from("ffd8ffe000104a46494600010100000100010000ffd9", "hex");
const html = text("<!doctype html><script>window.marked = 1</script>");
const svg = text('<svg xmlns="http://www.w3.org/2000/svg"><script>window.marked = 1</script></svg>');

describe("a file", () => {
  it("is what its name and its content both say", async () => {
    expect(await inspect("Screen shot.PNG", aPicture(40, 30))).toMatchObject({
      name: "Screen shot.PNG",
      type: "image/png",
      width: 40,
      height: 30,
    });
    expect(await inspect("bill.pdf", aPdf())).toMatchObject({ type: "application/pdf", width: null });
    expect(await inspect("log.txt", text("Zeile 1: größer"))).toMatchObject({ type: "text/plain" });
    expect(await inspect("latin.csv", Buffer.from("Größe;1", "latin1"))).toMatchObject({
      type: "text/csv",
    });
    expect(await inspect("cars.csv", text("BMW;MZ\nBMI;27"))).toMatchObject({ type: "text/csv" });
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("wide", "utf16le")]);
    expect(await inspect("wide.txt", wide)).toMatchObject({ type: "text/plain" });
  });

  it.each([
    ["photo.jpg", aPicture(4, 3), "image/png"],
    ["photo.jfif", jpeg, "image/jpeg"],
    ["photo.png", jpeg, "image/jpeg"],
    ["photo.heif", aPicture(4, 3), "image/png"],
    ["photo.webp", Buffer.from("GIF89a\x01\0\x01\0\0\0\0", "latin1"), "image/gif"],
    ["table.xls", text("<html><table><tr><td>1</td></tr></table></html>"), "application/vnd.ms-excel"],
    ["table.xls", text("a\tb\n1\t2"), "application/vnd.ms-excel"],
    ["letter.doc", text("{\\rtf1 Hello}"), "application/msword"],
  ])(
    "that nobody can rename keeps its name and is handed out as what it is: %s",
    async (name, content, type) => {
      expect(await inspect(name, content)).toMatchObject({ name, type });
    },
  );

  it.each([
    ["a page that calls itself a picture", "photo.png", html],
    ["a picture that calls itself text", "notes.txt", aPicture()],
    ["a picture that calls itself a PDF", "bill.pdf", aPicture()],
    ["a PDF that calls itself a picture", "photo.jpg", aPdf()],
    ["a program that calls itself a document", "report.docx", Buffer.from("MZ\x90\0\x03")],
    ["a program that calls itself text", "readme.txt", Buffer.from("MZ\x90\0\x03")],
    ["a program that calls itself a table", "table.xls", Buffer.from("MZ\x90\0\x03")],
    ["a drawing that runs scripts and calls itself a picture", "photo.jpg", svg],
    ["text that calls itself an archive", "all.zip", text("PK is not enough")],
  ])("%s is refused", async (_, name, content) => {
    await expectRefusal(inspect(name, content), "invalid", new RegExp(`“${name}” is not what its name says`));
  });

  it.each([
    ["page.html", html],
    ["page.htm", html],
    ["drawing.svg", svg],
    ["photo.png.svg", svg],
    ["page.xhtml", html],
    ["code.js", text("alert(1)")],
    ["code.mjs", text("alert(1)")],
    ["setup.exe", Buffer.from("MZ\x90\0\x03")],
    ["run.bat", text("del *")],
    ["macro.docm", text("PK")],
    ["style.css", text("*{}")],
    ["page.mht", html],
    ["no-ending", text("words")],
    [".htaccess", text("words")],
    ["constructor", text("words")],
    ["x.constructor", text("words")],
    ["x.__proto__", text("words")],
    ["photo.png\0.html", html],
  ])("“%s” is of a kind that the desk does not take", async (name, content) => {
    await expectRefusal(inspect(name, content), "invalid", /of a kind that the desk does not take/);
  });

  it("that is empty or too large is refused by its name", async () => {
    await expectRefusal(inspect("a.txt", Buffer.alloc(0)), "invalid", "“a.txt” is empty.");
    await expectRefusal(
      inspect("big.txt", Buffer.alloc(10_000_001, "x")),
      "invalid",
      "Files can be up to 10 MB; “big.txt” has 10.0 MB.",
    );
  });

  it("with a mountain of pixels is kept and not shown", async () => {
    const bomb = aPicture(1, 1);
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    expect(await inspect("bomb.png", bomb)).toMatchObject({
      type: "image/png",
      width: null,
      height: null,
    });
    const broken = Buffer.concat([aPicture().subarray(0, 20), deflateSync(Buffer.from("x"))]);
    expect(await inspect("broken.png", broken)).toMatchObject({ type: "image/png" });
  });

  it("is known by its content", async () => {
    const { sha256, size } = await inspect("abc.txt", text("abc"));
    expect(size).toBe(3);
    expect(sha256).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });
});

describe("the kinds that the desk takes", () => {
  it("are none that a browser runs", () => {
    for (const ending of ["html", "htm", "xhtml", "svg", "js", "mjs", "css", "swf", "mht", "xsl", "wasm"])
      expect(kindOf(`a.${ending}`), ending).toBeNull();
  });
});
