import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { findCustomers } from "@/lib/search/known-customers";
import { listRequests } from "@/lib/search/list";
import { markWords } from "@/lib/search/marks";
import { readView } from "@/lib/search/own-list";
import { readTerms } from "@/lib/search/terms";
import { aCustomer, anAgent, aRequest } from "../../support/factories";

let customer: PersonActor;
const raised: Record<string, string> = {};

async function found(q: string): Promise<string[]> {
  const { rows } = await listRequests(customer, readView(new URLSearchParams({ q }).toString()));
  return rows.map(({ reference }) => Object.entries(raised).find(([, one]) => one === reference)?.[0] ?? "");
}

const texts = {
  dots: "Der Schlüssel von Herrn Müller fehlt",
  spelt: "Der Schluessel von Herrn Mueller fehlt",
  bare: "Herr Muller von der Hauptstrasse",
  sharp: "In der Goethestraße im August",
  article: "الطابعة لا تعمل",
  noArticle: "طابعة جديدة رقم ٤٢",
  hamza: "إجراء آخر للمدرسة",
  persian: "کتاب",
};

beforeAll(async () => {
  customer = await aCustomer();
  for (const [name, summary] of Object.entries(texts))
    raised[name] = await aRequest({ by: customer, summary, answers: { details: "." } });
});

const all = (...names: string[]) => names.toSorted();

describe("a search in German", () => {
  it.each([
    ["Müller", all("bare", "dots", "spelt")],
    ["Mueller", all("bare", "dots", "spelt")],
    ["muller", all("bare", "dots")],
    ["Schlüssel", all("dots", "spelt")],
    ["schluess", all("dots", "spelt")],
    ["Straße", all("bare", "sharp")],
    ["strasse", all("bare", "sharp")],
    ['"Herrn Müller"', all("dots", "spelt")],
    ["guest", []],
  ])("finds other spellings of %s", async (typed, names) =>
    expect((await found(typed)).toSorted()).toEqual(names),
  );
});

describe("a search in Arabic", () => {
  it.each([
    ["الطابعة", all("article", "noArticle")],
    ["طابعه", all("article", "noArticle")],
    ["بالطابعة", all("article", "noArticle")],
    ["اجراء", ["hamza"]],
    ["إِجْرَاء", ["hamza"]],
    ["أخـــر", ["hamza"]],
    ["المدرسه", ["hamza"]],
    ["كتاب", ["persian"]],
    ["42", ["noArticle"]],
    ["٤٢", ["noArticle"]],
    ["۴۲", ["noArticle"]],
  ])("finds other spellings of %s", async (typed, names) =>
    expect((await found(typed)).toSorted()).toEqual(names),
  );

  it("finds a number that is typed in the reader's digits", async () => {
    const number = (raised.hamza ?? "").replace("LDG-", "");
    const typed = [...number].map(digit => String.fromCharCode(0x660 + Number(digit))).join("");
    expect(await found(typed)).toContain("hamza");
    expect(await found(`LDG-${typed}`)).toEqual(["hamza"]);
  });
});

it("marks in a text what was found in another spelling", () => {
  const marked = (text: string, typed: string) =>
    markWords(text, readTerms(typed, "LDG").terms)
      .filter(({ isHit }) => isHit)
      .map(one => one.text);
  expect(marked(texts.spelt, "Müller")).toEqual(["Mueller"]);
  expect(marked(texts.dots, "mueller")).toEqual(["Müller"]);
  expect(marked(texts.sharp, "STRASSE")).toEqual(["straße"]);
  expect(marked("الطّابِعَة معطلة", "الطابعة")).toEqual(["الطّابِعَة"]);
  expect(marked("رقم ٤٢", "42")).toEqual(["٤٢"]);
});

it("finds people under other spellings of their names", async () => {
  const word = crypto.randomUUID().slice(0, 8);
  const [dots, named] = [
    await aCustomer({ name: `Jörg ${word}Grün` }),
    await aCustomer({ name: `أحمد ${word} الأنصاري` }),
  ];
  for (const by of [dots, named]) await aRequest({ by });
  const agent = await anAgent();
  const names = async (typed: string) => (await findCustomers(agent, typed)).map(({ name }) => name);
  expect(await names(`Joerg ${word}`)).toEqual([dots.name]);
  expect(await names(`Jörg ${word}gruen`)).toEqual([dots.name]);
  expect(await names(`احمد ${word}`)).toEqual([named.name]);
  expect(await names(`${word} انصاري`)).toEqual([named.name]);
});
