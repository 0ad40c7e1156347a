import { describe, expect, it } from "vitest";
import { declareCharset } from "@/lib/inbound/charset";
import { readMail } from "@/lib/inbound/read";
import { lodge } from "../../support/lodge";

const mail = (head: string[], body: string, encoding: BufferEncoding = "latin1") =>
  Buffer.from(["From: Ada <ada@acme.test>", "Subject: x", ...head, "", body].join("\r\n"), encoding);
const textOf = async (raw: Buffer) => (await readMail(raw, lodge))?.text;

describe("letters that a mail does not declare", () => {
  it.each([
    ["without a type", [], "Größe: 5 – “gut”"],
    ["with a type alone", ["Content-Type: text/plain"], "Größe"],
    ["declared to be ASCII", ["Content-Type: text/plain; charset=us-ascii"], "Größe"],
    ["declared so in quotes", ['Content-Type: text/plain; charset="US-ASCII"; format=fixed'], "Größe"],
  ])("are read as windows-1252: %s", async (_, head, text) => {
    const bytes = Buffer.from(
      [...text].map(letter => ({ "–": 0x96, "“": 0x93, "”": 0x94 })[letter] ?? letter.charCodeAt(0)),
    );
    expect(await textOf(Buffer.concat([mail(head, ""), bytes]))).toBe(text);
  });

  it("are read so in words that are written with equal signs, and in base64", async () => {
    const quoted = ["Content-Type: text/plain", "Content-Transfer-Encoding: quoted-printable"];
    expect(await textOf(mail(quoted, "Gr=F6=DFe"))).toBe("Größe");
    const base64 = ["Content-Type: text/plain", "Content-Transfer-Encoding: base64"];
    expect(await textOf(mail(base64, Buffer.from("Größe", "latin1").toString("base64")))).toBe("Größe");
  });

  it("are read so in names and subjects", async () => {
    const read = await readMail(
      Buffer.from("From: Jörg Größe <joerg@acme.test>\r\nSubject: Größe\r\n\r\nx", "latin1"),
      lodge,
    );
    expect(read).toMatchObject({ fromName: "Jörg Größe", subject: "Größe", from: "joerg@acme.test" });
  });

  it("are read so in the one part of a mail that does not declare them", async () => {
    const body = [
      "--b",
      "Content-Type: text/plain; charset=iso-8859-2",
      "",
      Buffer.from([0xb1]).toString("latin1"),
      "--b",
      "Content-Type: text/plain",
      "",
      "-- ",
      "Größe",
      "--b--",
      "",
    ].join("\r\n");
    expect(await textOf(mail(['Content-Type: multipart/mixed; boundary="b"'], body))).toMatch(
      /^ą\s+-- \nGröße/,
    );
  });
});

describe("everything else is read as it is", () => {
  it.each([
    ["UTF-8 that is not declared", mail([], "Größe 漢字 😀", "utf8")],
    ["UTF-8 that is declared", mail(["Content-Type: text/plain; charset=utf-8"], "Größe", "utf8")],
    ["another charset that is declared", mail(["Content-Type: text/plain; charset=koi8-r"], "\xf0\xf2")],
    ["nothing", Buffer.alloc(0)],
  ])("%s", (_, raw) => {
    expect(declareCharset(raw).equals(raw)).toBe(true);
  });
});
