import { describe, expect, it } from "vitest";
import { readMail } from "@/lib/inbound/read";
import { lodge } from "../../support/lodge";

const size = 400_000;
const fill = (piece: string) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
const mail = (type: string, body: string, more = "") =>
  Buffer.from(
    `From: Ada <ada@acme.test>\r\nSubject: x\r\n${more}Content-Type: ${type}\r\n\r\n${body}`,
    "latin1",
  );
const part = (type: string, body: string) => `--b\r\nContent-Type: ${type}\r\n\r\n${body}\r\n`;

const mixed = 'multipart/mixed; boundary="b"';
const evils: [string, Buffer][] = [
  ["many parts", mail(mixed, fill(part("text/plain", "x")))],
  ["many parts of HTML", mail(mixed, fill(part("text/html", "<p>x")))],
  ["parts whose heads never end", mail(mixed, fill("--b\r\nContent-Type: text/plain\r\n"))],
  ["one endless head of a part", mail(mixed, `--b\r\n${fill("Content-Type: text/plain; ")}`)],
  ["lines that look like boundaries", mail(mixed, fill("--bb\r\n"))],
  ["bytes that nobody declared", mail("text/plain", fill("\xe4\xf6\n"))],
  ["equal signs", mail("text/plain", fill("=\n"), "Content-Transfer-Encoding: quoted-printable\r\n")],
  ["announcements", mail("text/plain", fill("On 1 Jan 2026 at 10:00, Lodge <desk@lodge.test> wrote:\n"))],
  ["the host of the desk", mail("text/plain", fill("localhost/mute/"))],
  ["links of the desk", mail("text/plain", fill("http://localhost:3000/mute/x\n"))],
  ["marks of pictures", mail("text/plain", fill("[cid:a] [image: "))],
  ["HTML that nests", mail("text/html", fill("<div><b>"))],
];

describe("the most expensive mails", () => {
  async function least(raw: Buffer) {
    const times: number[] = [];
    for (let run = 0; run < 3; run++) {
      const start = performance.now();
      await readMail(raw, lodge);
      times.push(performance.now() - start);
    }
    return Math.min(...times);
  }

  it.each(evils)("cost little more than an ordinary one of their length: %s", async (_, raw) => {
    const ordinary = mail("text/html", fill("<div>Hello there, it is still <b>burning</b>.<br></div>\n"));
    expect(await least(raw)).toBeLessThan(10 * (await least(ordinary)) + 100);
  });
});
