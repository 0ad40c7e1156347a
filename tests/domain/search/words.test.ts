import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { commentOnRequest } from "@/lib/requests/comments";
import { readView } from "@/lib/search/input";
import { listRequests } from "@/lib/search/list";
import { aCustomer, aRequest, run } from "../../support/factories";

let customer: PersonActor;
let printer: string;
let cafe: string;
let move: string;

const search = (q: string, who = customer) =>
  listRequests(who, readView(new URLSearchParams({ q }).toString()));
const found = async (q: string, who = customer) =>
  (await search(q, who)).rows.map(row => row.reference).toSorted();

beforeAll(async () => {
  customer = await aCustomer();
  printer = await aRequest({
    by: customer,
    summary: "The printer's toner leaks",
    answers: { details: "Error_code E-4711 at 100% of pages; see <b>manual</b>." },
  });
  cafe = await aRequest({
    by: customer,
    summary: "Größe der Café-Rechnung",
    answers: { details: "Привет, мир. 請求書が違います" },
  });
  move = await aRequest({
    by: customer,
    type: "report-a-problem-with-amtl3",
    summary: "Export stops",
    answers: {
      impact: "there_is_a_way_around",
      where: ["chrome", "iphone_app"],
      details: "It stops.",
      since: "2026-03-01T09:30",
    },
  });
  await run(customer, act =>
    commentOnRequest(act, { reference: move, body: "It happened again during the quarterly review." }),
  );
});

describe("a request is found by", () => {
  it.each([
    ["a word of its summary, in any case", "TONER"],
    ["the beginning of a word", "ton"],
    ["a part of a word", "rinte"],
    ["two words, wherever each stands", "toner manual"],
    ["words in quotes that follow each other", '"toner leaks"'],
    ["a code with signs in it", "e-4711"],
    ["a code without its signs", "error code e 4711"],
    ["words between signs that mean something elsewhere", "toner & ( leaks | ! : *"],
    ["an apostrophe as it is typed", "printer's"],
  ])("%s", async (_, words) => expect(await found(words)).toEqual([printer]));

  it.each([
    ["an accent left out", "grosse cafe"],
    ["an accent put in", "Größe CAFÉ"],
    ["a word in another script", "ПРИВЕТ"],
    ["a part of a sentence without spaces", "請求"],
  ])("%s", async (_, words) => expect(await found(words)).toEqual([cafe]));

  it.each([
    ["what was chosen, as it reads on the page", '"There is a way around"'],
    ["one of several choices", "iphone"],
    ["a day", "2026-03-01"],
    ["a comment", "quarterly"],
    ["words of which one stands in the summary and one in a comment", "export quarterly"],
  ])("%s", async (_, words) => expect(await found(words)).toEqual([move]));

  it("its reference, the number alone, and the first digits behind the prefix", async () => {
    const number = printer.replace("LDG-", "");
    for (const words of [
      printer,
      printer.toLowerCase(),
      number,
      `ldg ${number}`,
      `ldg${number}`,
      `#${number}`,
    ])
      expect(await found(words)).toContain(printer);
    expect((await search(number)).rows[0]?.reference).toBe(printer);
    expect(await found(`ldg ${number.slice(0, -1)}`)).toContain(printer);
    expect(await found("ldg")).toEqual([printer, cafe, move].toSorted());
    expect(await found(`${printer} toner`)).toEqual([printer]);
  });

  it("what its summary says before what stands elsewhere", async () => {
    const later = await aRequest({
      by: customer,
      summary: "Something else",
      answers: { details: "The invoice, the invoice." },
    });
    const inSummary = await aRequest({ by: customer, summary: "The invoice", answers: { details: "Here." } });
    await aRequest({ by: customer, summary: "No such thing", answers: { details: "Here." } });
    await run(customer, act => commentOnRequest(act, { reference: later, body: "Nothing new." }));
    expect((await search("invoice")).rows.map(row => row.reference)).toEqual([inSummary, later]);
  });
});

describe("a request is not found by", () => {
  it.each([
    ["the stored value of a choice", "there_is_a_way_around xyz"],
    ["words of which it has only one", "toner quarterly"],
    ["words in quotes in another order", '"leaks toner"'],
    ["a wildcard of the database", "%"],
    ["another one", "____"],
    ["a wildcard inside of a word", "ton%r"],
    ["signs alone", "& | ( ) : * ' \\ --"],
    ["a word nobody wrote", "xylophone"],
    ["the middle of a word when that is very short", "rt"],
  ])("%s", async (_, words) => expect(await found(words)).toEqual([]));
});

describe("whatever is typed", () => {
  it.each([
    ["a thousand characters", "printer ".repeat(125)],
    ["the NUL character", "toner\0leaks"],
    ["half a character", "toner \uD83D"],
    ["quotes that do not close", '"toner'],
    ["an operator of text search", "toner <-> leaks"],
    ["a command of the database", "toner'; drop table requests; --"],
    ["a single very long word", "x".repeat(5_000)],
  ])("gets an answer: %s", async (_, words) => expect(Array.isArray(await found(words))).toBe(true));

  it("misspelt, is taken for the nearest word there is, and says so", async () => {
    for (const [typed, meant] of [
      ["pritner", "printer"],
      ["quaterly", "quarterly"],
      ["tonner", "toner"],
      ["првиет", "привет"],
    ] as const) {
      const { rows, correction } = await search(typed);
      expect(correction).toEqual([{ typed, meant }]);
      expect(rows).toHaveLength(1);
    }
  });

  it("and right, is left as it is", async () => {
    expect((await search("toner")).correction).toEqual([]);
    expect((await search("toner quarterly")).correction).toEqual([]);
  });
});

describe("what was found is shown", () => {
  const markedOf = (stretches: { text: string; isHit: boolean }[] = []) =>
    stretches.filter(({ isHit }) => isHit).map(({ text }) => text);
  const textOf = (stretches: { text: string }[] = []) => stretches.map(({ text }) => text).join("");

  it("marked in the summary, with its accents and capitals, and without a snippet when nothing else is needed", async () => {
    const [row] = (await search("grosse cafe")).rows;
    expect(markedOf(row?.summaryMarked)).toEqual(["Größe", "Café"]);
    expect(textOf(row?.summaryMarked)).toBe("Größe der Café-Rechnung");
    expect(row?.snippet).toBeNull();
  });

  it("in a snippet of the answer it stands in, as plain text", async () => {
    const [row] = (await search("manual")).rows;
    expect(row?.snippet?.from).toMatch(/\S/);
    expect(markedOf(row?.snippet?.stretches)).toEqual(["manual"]);
    expect(textOf(row?.snippet?.stretches)).toContain("<b>manual</b>");
  });

  it("in a snippet without the marks that its page reads, unless they are what was looked for", async () => {
    const body = "The **dirigible** hangs in [the hall](https://hangar.test/north), C:\\_data\\*.log";
    await run(customer, act => commentOnRequest(act, { reference: printer, body }));
    const snippetOf = async (words: string) => textOf((await search(words)).rows[0]?.snippet?.stretches);
    expect(await snippetOf("dirigible")).toBe("The dirigible hangs in the hall, C:\\_data\\*.log");
    expect(await snippetOf("hangar.test")).toContain("https://hangar.test/north");
  });

  it("in a snippet of the comment it stands in, cut to what matters", async () => {
    const reference = await aRequest({ by: customer });
    await run(customer, act =>
      commentOnRequest(act, {
        reference,
        body: `${"before ".repeat(200)}the zeppelin landed ${"after ".repeat(200)}`,
      }),
    );
    const [row] = (await search("zeppelin")).rows;
    expect(row?.snippet?.from).toBe("Comment");
    expect(markedOf(row?.snippet?.stretches)).toEqual(["zeppelin"]);
    expect(textOf(row?.snippet?.stretches)).toMatch(/^… .*the zeppelin landed.* …$/);
    expect(textOf(row?.snippet?.stretches).length).toBeLessThan(250);
  });

  it("in its reference, too", async () => {
    const [row] = (await search(printer)).rows;
    expect(markedOf(row?.referenceMarked).join("")).toMatch(/\d+$/);
  });
});
