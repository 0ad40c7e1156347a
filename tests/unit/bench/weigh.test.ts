import { expect, test } from "vitest";
import { weigh } from "@/bench/weigh";

const page = (body: string) =>
  `<!DOCTYPE html><html><head><title>Requests</title></head><body class="a">${body}</body></html>`;
const push = (data: string) => `<script nonce="n">self.__next_f.push([1,${JSON.stringify(data)}])</script>`;

test("flight is what the scripts of the page push, unescaped", () => {
  const data = '0:{"say":"a “word”\\n"}';
  const html = page(`<p>x</p>${push(data)}<script>other()</script>${push("more")}`);
  expect(weigh(html)).toMatchObject({
    html: Buffer.byteLength(html),
    flight: Buffer.byteLength(`${data}more`),
  });
});

test("a page shows its words and telling attributes, neither scripts nor classes", () => {
  const html = page(
    `<a class="link" href="/requests"> Requests </a><svg><path d="M1"></path></svg><style>p{}</style>${push("flight")}`,
  );
  expect(weigh(html).shown).toBe(JSON.stringify(["Requests", "/requests"]).length);
});
