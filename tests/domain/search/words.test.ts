import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { say } from "@/lib/messages/said";
import { translatorOf } from "@/lib/messages/translate";
import { commentOnRequest } from "@/lib/requests/comments";
import { listRequests } from "@/lib/search/list";
import { readView } from "@/lib/search/own-list";
import { tellLimit } from "@/lib/search/view";
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

  it("a moment in an answer by its day, its hour and its place, and not by the region of its zone", async () => {
    const away = await aCustomer();
    const since = { "Asia/Calcutta": "2026-11-25T09:30", "America/New_York": "2026-11-25T07:15" };
    const [kolkata, york] = await Promise.all(
      Object.entries(since).map(([timeZone, since]) =>
        aRequest({
          timeZone,
          by: away,
          type: "report-a-problem-with-amtl3",
          summary: "Export stops",
          answers: { impact: "there_is_a_way_around", where: ["chrome"], details: "It stops.", since },
        }),
      ),
    );
    for (const words of ["09:30", "kolkata", '"2026-11-25 09:30"'])
      expect(await found(words, away)).toEqual([kolkata]);
    for (const words of ["07:15", '"new york"']) expect(await found(words, away)).toEqual([york]);
    for (const words of ["asia", "calcutta", "america"]) expect(await found(words, away)).toEqual([]);
  });

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

  it("its reference as it was before the prefix changed, and no other number for it", async () => {
    const number = printer.replace("LDG-", "");
    expect(await found(`OLD-${number}`)).toEqual([printer]);
    expect(await found(`[OLD-${number}] toner`)).toEqual([printer]);
    expect(await found(`OLD-${number.slice(0, -1)}`)).toEqual([]);
    expect(await found("E-4711")).toEqual([printer]);
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

describe("signs and codes", () => {
  let inv: string;
  let glued: string;
  let sharp: string;
  let plusPlus: string;
  let someone: PersonActor;

  beforeAll(async () => {
    someone = await aCustomer();
    const raise = (summary: string, details: string) =>
      aRequest({ by: someone, summary, answers: { details } });
    inv = await raise("Wrong sum", "It is about INV-20417, see there.");
    glued = await raise("Another sum", "It is about inv20418.");
    sharp = await raise("Example code", "The client for C# is missing.");
    plusPlus = await raise("The C++ client cannot connect", "It crashes on close.");
    await raise("Colours cannot be chosen", "A list with c at its end: a, b, c");
  });

  it.each([
    ["a code typed without its sign", "inv20417", () => [inv]],
    ["the beginning of one", "inv204", () => [inv, glued]],
    ["a code typed with a sign that is not there", "INV-20418", () => [glued]],
    ["a language by its sharp", "C#", () => [sharp]],
    ["it in small letters, among other words", "client c#", () => [sharp]],
    ["a language by its pluses", "(c++)", () => [plusPlus]],
    ["a language that nobody wrote about", "f#", () => []],
  ])("find %s", async (_, words, expected) =>
    expect(await found(words, someone)).toEqual(expected().toSorted()),
  );

  it("are marked where they stand", async () => {
    const marked = async (words: string) =>
      (await search(words, someone)).rows.flatMap(({ summaryMarked, snippet }) =>
        [...(summaryMarked ?? []), ...(snippet?.stretches ?? [])]
          .filter(({ isHit }) => isHit)
          .map(({ text }) => text),
      );
    expect(await marked("inv20417")).toEqual(["INV-20417"]);
    expect(await marked("c#")).toEqual(["C#"]);
    expect(await marked("c++")).toEqual(["C++"]);
  });

  it("are never corrected into another code", async () => {
    expect(await search("inv20499", someone)).toMatchObject({ rows: [], correction: [] });
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

  it("is searched as far as twelve words go, and the list says how far", async () => {
    const twelve = "toner leaks printer error code 4711 100 pages see manual of at";
    expect(await search(twelve)).toMatchObject({ rows: [{ reference: printer }], limit: null });
    expect(await search(`${twelve} xylophone`)).toMatchObject({ rows: [{ reference: printer }], limit: 12 });
    const told = (...asked: Parameters<typeof tellLimit>) => {
      const limit = tellLimit(...asked);
      return limit && say(translatorOf("en"), limit);
    };
    expect(told(twelve, 12)).toBe("Only the first 12 words were searched.");
    expect(told("x".repeat(201), null)).toBe("Only the first 200 characters were searched.");
    expect(told(["toner", "x".repeat(300)], null)).toBeNull();
  });

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
    expect(row?.snippet?.from).toEqual({ label: expect.stringMatching(/\S/) });
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
    expect(row?.snippet?.from).toBe("comment");
    expect(markedOf(row?.snippet?.stretches)).toEqual(["zeppelin"]);
    expect(textOf(row?.snippet?.stretches)).toMatch(/^… .*the zeppelin landed.* …$/);
    expect(textOf(row?.snippet?.stretches).length).toBeLessThan(250);
  });

  it("in its reference, too", async () => {
    const [row] = (await search(printer)).rows;
    expect(markedOf(row?.referenceMarked).join("")).toMatch(/\d+$/);
  });
});
