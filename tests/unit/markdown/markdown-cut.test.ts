import fc from "fast-check";
import { expect, it } from "vitest";
import { cutBefore } from "@/lib/markdown/cut";
import { type Block, readMarkdown } from "@/lib/markdown/markdown";

const codesOf = (blocks: Block[]): string[] =>
  blocks.flatMap(block => {
    if (block.type === "code") return block.text;
    if (block.type === "quote") return codesOf(block.blocks);
    return block.type === "list" ? block.items.flatMap(item => codesOf(item.blocks)) : [];
  });

const lines = [
  "```\n",
  "~~~\n",
  "````\n",
  "```js\n",
  "a\n",
  "b **c** d\n",
  "> ",
  "> ```\n",
  "- x\n",
  "  ",
  "    ",
  "\n",
];
const marked = fc.string({ unit: fc.constantFrom(...lines), maxLength: 25 });

it("whatever is typed and wherever it is cut, what is shown as code is code in the whole, too", () => {
  fc.assert(
    fc.property(marked, fc.nat(), (text, number) => {
      const whole = codesOf(readMarkdown(text));
      const codes = codesOf(readMarkdown(cutBefore(text, number % (text.length + 1))));
      return codes.every((code, at) => whole[at]?.startsWith(code.replace(/\n?[ >]*…$/, "")));
    }),
    {
      numRuns: 3_000,
      examples: [
        ["    ```js\n".repeat(4).concat("~~~\n```\na\n````\n~~~\n\n```\n"), 55],
        ["    ```js\n````\n```\n~~~\n````\n", 23],
        ["    ````\n~~~\n```\na\n````\n~~~\n\n```\n", 24],
      ],
    },
  );
});

it("code that is cut is still code, and says that it goes on", () => {
  expect(codesOf(readMarkdown(cutBefore("~~~\none\ntwo\n~~~", 8)))).toEqual(["one\n…"]);
  expect(codesOf(readMarkdown(cutBefore("~~~\none\ntwo", 8)))).toEqual([]);
});
