import fc from "fast-check";
import { expect, it } from "vitest";
import { db } from "@/lib/db";
import { fold, foldWithPlaces } from "@/lib/text/fold";

async function foldInDatabase(text: string): Promise<string> {
  const rows = await db().$queryRaw<{ folded: string }[]>`select fold(${text}) as folded`;
  return rows[0]?.folded ?? "";
}

const known = [
  "Größe: naïve CAFÉ, Łódź & Ærø",
  "ΟΔΥΣΣΕΥΣ Привет, Ёлка йод",
  "日本語の「検索」 ﾊﾟｿｺﾝ 한국어 ﬁne",
  "İstanbul ı I İ  INV-20417 a_b.c@d.example  ½ ²",
  `towers a${"\u0301\u0323".repeat(40)}b${"\u05b1\u05b0".repeat(40)}c`,
  "أُستاذ إلى آخر ٱلمدرسة الطابعـــة شيء مسؤول، هدى؟ ٤٢٫٥ ﻻ کتاب ی",
  "२०१ ৪২ ๑๒๓ ᠑ ꩒ ೧೨ x٣y ４２",
  "e\u0301 o\u0308 co\u00ADop zero\u200Bwidth 👍🏽",
];

it.each(known)("folds what is looked for as the database folds what is searched: %s", async text => {
  expect(fold(text)).toBe(await foldInDatabase(text));
});

it("does so for whatever people type", async () => {
  const letters = fc.string({ unit: "grapheme", maxLength: 40 }).map(text => text.replaceAll("\0", ""));
  await fc.assert(
    fc.asyncProperty(letters, async text => {
      expect(fold(text)).toBe(await foldInDatabase(text));
    }),
    { numRuns: 200 },
  );
});

it("does so for whatever is typed in Arabic, with any digits and signs between", async () => {
  const letter = fc.oneof(
    fc.integer({ min: 0x600, max: 0x6ff }),
    fc.integer({ min: 0x620, max: 0x66f }),
    fc.integer({ min: 0xfe80, max: 0xfefc }),
    fc.integer({ min: 0x966, max: 0x96f }),
    fc.integer({ min: 0xe50, max: 0xe59 }),
    fc.constantFrom(0x20, 0x41, 0xe4, 0xdf, 0x200f),
  );
  const texts = fc.array(letter, { maxLength: 60 }).map(codes => String.fromCodePoint(...codes));
  await fc.assert(
    fc.asyncProperty(fc.array(texts, { minLength: 20, maxLength: 20 }), async some => {
      const rows = await db().$queryRaw<{ folded: string }[]>`
        select fold(text) as folded from unnest(${some}::text[]) with ordinality as t (text, place) order by place`;
      expect(some.map(fold)).toEqual(rows.map(({ folded }) => folded));
      for (const text of some) expect(foldWithPlaces(text).folded.trim()).toBe(fold(text).trim());
    }),
    { numRuns: 100 },
  );
});

it("writes letters and digits of Arabic in one way", () => {
  expect(fold("أإآٱ الطابعـة مُدَرِّسَة على شئ ٤٢ ۴۲")).toBe(" اااا الطابعه مدرسه علي شي 42 42");
});

it("takes accents, capitals and signs away", () => {
  expect(fold("  Größe: Naïve_CAFÉ\n(Łódź) ")).toBe(" grosse naive cafe lodz");
});

it("takes no longer for towers of marks than for words, there and here", async () => {
  const words = "слово и ещё одно. ".repeat(1_100);
  const towers = [`a${"\u0301\u0323".repeat(10_000)}`, `א${"\u05b1\u05b0".repeat(10_000)}`];
  for (const tower of towers) {
    const [ordinary, hostile] = await timeBoth(
      () => foldInDatabase(words),
      () => foldInDatabase(tower),
    );
    expect(hostile).toBeLessThan(5 * ordinary + 20);
    for (const work of [fold, foldWithPlaces]) {
      const [ordinary, hostile] = await timeBoth(
        async () => work(words),
        async () => work(tower),
      );
      expect(hostile).toBeLessThan(5 * ordinary + 20);
    }
  }
});

/** Milliseconds of both, in turn, the least of six rounds: what else a busy machine does is hardly in it. */
async function timeBoth(...works: (() => Promise<unknown>)[]): Promise<[number, number]> {
  const times: number[][] = [[], []];
  for (let round = 0; round < 6; round++)
    for (const [place, work] of works.entries()) {
      const since = performance.now();
      await work();
      times[place]?.push(performance.now() - since);
    }
  const [one = 0, other = 0] = times.map(all => Math.min(...all));
  return [one, other];
}
