import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Markdown } from "@/components/ui/markdown";
import * as commentPosted from "@/emails/comment-posted";
import { renderMail } from "@/emails/render";
import { blocks, inlines } from "@/lib/markdown/constructs";
import { markdownHtml } from "@/lib/markdown/html";
import { plainWords, readMarkdown } from "@/lib/markdown/markdown";
import { costRatio } from "../../support/work";

const page = (text: string) => renderToStaticMarkup(<Markdown html={markdownHtml(text)} />);

const entities: Record<string, string> = {
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
  "&quot;": '"',
  "&#x27;": "'",
};

/** What the page shows, with the numbers that it gives to list items. */
function seenOn(html: string): string {
  return html
    .replace(/<li value=(\d+)[^>]*>/g, "$1 ")
    .replace(/<\/(p|pre|li|span)>|<br\/?>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:lt|gt|amp|quot|#x27);/g, entity => entities[entity] ?? "");
}

async function mailOf(body: string) {
  const props = { ...commentPosted.default.PreviewProps, body, files: [] };
  const { html, text } = await renderMail(commentPosted, props);
  const quoted = /<blockquote[^>]*>([\s\S]*)<\/blockquote>/.exec(html)?.[1] ?? "";
  const lines = text.split("\n").filter(line => line.startsWith(">"));
  return { html: quoted, text: lines.map(line => line.replace(/^> ?/, "")).join("\n") };
}

const constructs = Object.entries({ ...blocks, ...inlines });

describe("the table of constructs", () => {
  it.each(constructs.filter(([, { on }]) => !on))("shows as typed: %s", async (_name, { sample }) => {
    expect(seenOn(page(sample)).trimEnd()).toBe(sample);
    expect(page(sample)).not.toMatch(/<(?!\/?(div|p|a)\b)/);
    expect((await mailOf(sample)).text).toBe(sample);
  });

  it.each(constructs.filter(([, { on }]) => on))("reads: %s", (_name, { sample }) => {
    expect(page(sample)).toMatch(/<(blockquote|ul|ol|pre|code|strong|em|del|a)\b/);
  });
});

const asTyped = [
  "Run ./test.sh <id>",
  "09:50 <Otoh> hi",
  '<config>\n\t<port value="80"/>\n</config>',
  "\\\\fileserver\\projects\\_new C:\\_data\\*.log",
  "It takes 5~10 minutes, sometimes 20~30",
  "Name\tQty\tPrice\nScrew\t12\t3,50",
  "Error: no\n    at Desk.open (desk.ts:12)\n\tat main",
  "#123 is open\n# a comment",
  "a   b\n\n\n\nc",
  "5 * 3 * 2 = 30, a*b*c, f(*a, *b), *.log and *.txt, **/*.ts **/*.js",
  "def __init__(self): snake_case_name, /usr/_bin_/x",
  "<br>",
  ">",
  "---",
  "- - -",
  "Fish & chips &amp; &copy;",
  ">>> print(1)",
  "```\nnever closed",
  "`such' quotes and `others'",
];

describe("what is no mark", () => {
  it.each(asTyped)("stays as typed on the page and in the text of the mail: %j", async text => {
    expect(seenOn(page(text)).replace(/\n$/, "")).toBe(text);
    expect((await mailOf(text)).text).toBe(text);
  });

  it.each(asTyped)("stays as typed in the HTML of the mail: %j", async text => {
    const seen = seenOn((await mailOf(text)).html)
      .split("\n")
      .filter(Boolean);
    expect(seen).toEqual(text.split("\n").filter(Boolean));
  });
});

describe("marks that a writer meant", () => {
  it("end a quote with its last mark: the answer below is the writer's own", () => {
    expect(page("> please restart\nDone, no help.")).toMatch(/restart<\/p><\/blockquote><p[^>]*>Done/);
  });

  it("keep the numbers that were typed", () => {
    expect(page("5. five\n7. seven")).toMatch(/<li value=5.*<li value=7/);
  });

  it("nest lists, and take indented lines below an item into it", () => {
    const [list] = readMarkdown("- one\n  - inner\n  more\n- two");
    expect(list).toMatchObject({ type: "list", items: [{ blocks: [{}, { type: "list" }] }, {}] });
  });

  it("keep code as it is, with the word after its fence", () => {
    expect(readMarkdown("```js\nif (a < b)\n\n\t**x**\n```")).toEqual([
      { type: "code", info: "js", text: "if (a < b)\n\n\t**x**" },
    ]);
  });

  it.each([
    ["see https://a.test/x_y(z).", "https://a.test/x_y(z)"],
    ["(www.a.test)", "https://www.a.test"],
    ["**https://a.test/b**", "https://a.test/b"],
    ["write to jörg@a.test!", "mailto:jörg@a.test"],
    ["[guide](https://a.test/b?c=1)", "https://a.test/b?c=1"],
  ])("lead where they say: %s", (text, href) => {
    expect(page(text)).toContain(`href="${href.replaceAll("&", "&amp;")}"`);
  });

  it.each(["[https://bank.test](https://evil.test)", "[x](javascript:alert(1))", "[x](data:text/html,x)"])(
    "lead nowhere else: %s",
    text => expect(page(text)).not.toMatch(/<a [^>]*href="(?!https:\/\/(bank|evil)\.test"[^>]*>https:)/),
  );

  it("leave no stars in a line of plain words", () => {
    expect(plainWords("- **old** _and_ `code`\n> [guide](https://a.test)")).toBe("- old and code\nguide");
  });

  it("keep taking back what was taken back, where nothing can be struck through", async () => {
    expect(plainWords("~~all~~ some")).toBe("~~all~~ some");
    expect((await mailOf("~~all~~ some")).text).toBe("~~all~~ some");
  });
});

const marks = fc.string({
  unit: fc.constantFrom(
    ..."*_~`> -+1.)([]#|\\<&\t\n ab@:/",
    "```\n",
    "https://a.test/",
    "\n> ",
    "\n  - ",
    "](https://a.test)",
  ),
  maxLength: 120,
});
const anything = fc.oneof(marks, fc.string({ unit: "grapheme", maxLength: 80 }));
// Where a link hides its address, and what may be a mark. Everything else has to be there, in its order.
const bare = (text: string) =>
  text
    .replace(/\r\n?/g, "\n")
    .replaceAll("](https://a.test)", "")
    .replaceAll("https://a.test", "")
    .replace(/[\s>*_~`[\]().+-]/g, "");

describe("whatever is typed", () => {
  it("is on the page, every letter that is no mark, in its order", () => {
    fc.assert(
      fc.property(anything, text => bare(seenOn(page(text))) === bare(text)),
      { numRuns: 2_000 },
    );
  });

  it("is in both parts of the mail", async () => {
    const isThere = async (text: string) => {
      const { html, text: lines } = await mailOf(text);
      return (
        text.trim() === "" ||
        (bareNumbers(seenOn(html)) === bareNumbers(text) &&
          bare(lines.replaceAll(" <https://a.test>", "")) === bare(text))
      );
    };
    await fc.assert(fc.asyncProperty(marks, isThere), { numRuns: 300 });
  });

  it("keeps its spaces and tabs between words", () => {
    const words = fc.array(fc.constantFrom("a", "b", " ", "\t", "  "), { minLength: 1, maxLength: 40 });
    const isKept = (parts: string[]) => {
      const text = `x${parts.join("")}x`;
      return seenOn(page(text)) === `${text}\n`;
    };
    fc.assert(fc.property(words, isKept));
  });
});

const bareNumbers = (text: string) => bare(text).replace(/\d/g, "");

describe("what only a machine would write", () => {
  const many = (text: string, length = 20_000) =>
    text.repeat(Math.ceil(length / text.length)).slice(0, length);
  const odd = {
    quotes: many("> "),
    "deep lists": Array.from({ length: 200 }, (_, depth) => `${" ".repeat(depth)}- x`).join("\n"),
    items: many("- x\n"),
    "quotes and answers": many("> a\nb\n"),
    emphasis: many("*a* "),
    "open emphasis": many("*a _b ~~c "),
    stars: many("*"),
    ticks: Array.from({ length: 199 }, (_, length) => "`".repeat(length)).join(" "),
    fences: many("```a\n"),
    brackets: many("[a](https://"),
    "brackets in brackets": many("[("),
    addresses: many("a@b.cc "),
    "endless address": `https://a.test/${many(")")}`,
    letters: many("a"),
    dots: many("a@a.a.a."),
    lines: many("\n"),
    "indented fences": `- a\n${many("  ```a\n")}`,
  };
  const elementsOf = (text: string) => page(text).match(/<[a-z]/g)?.length ?? 0;

  it.each(Object.entries(odd))("becomes no more elements than a long letter by hand: %s", (_name, text) => {
    expect(elementsOf(text)).toBeLessThan(1_000);
    expect(bare(seenOn(page(text)))).toBe(bare(text));
  });

  it.each(Object.entries(odd))("takes work in proportion to its length: %s", (_name, text) => {
    const [long, short] = [text.repeat(16), text.repeat(2)];
    const readEightShort = () => Array.from({ length: 8 }, () => readMarkdown(short));
    // Quadratic work would be eight times as much for the same length in one piece.
    expect(costRatio(() => readMarkdown(long), readEightShort)).toBeLessThan(4);
  });
});
