import fc from "fast-check";
import { expect, it } from "vitest";
import { db } from "@/lib/db";
import { fold } from "@/lib/search/fold";

async function foldInDatabase(text: string): Promise<string> {
  const rows = await db().$queryRaw<{ folded: string }[]>`select fold(${text}) as folded`;
  return rows[0]?.folded ?? "";
}

const known = [
  "Größe: naïve CAFÉ, Łódź & Ærø",
  "ΟΔΥΣΣΕΥΣ Привет, Ёлка йод",
  "日本語の「検索」 ﾊﾟｿｺﾝ 한국어 ﬁne",
  "İstanbul ı I İ  INV-20417 a_b.c@d.example  ½ ²",
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

it("takes accents, capitals and signs away", () => {
  expect(fold("  Größe: Naïve_CAFÉ\n(Łódź) ")).toBe(" grosse naive cafe lodz");
});
