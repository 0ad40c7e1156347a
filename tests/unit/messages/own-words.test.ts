import { expect, it } from "vitest";
import { nameIn } from "@/app/(portal)/status-names";
import { type OwnWords, wordingOf } from "@/lib/messages/own-words";
import { translatorOf } from "@/lib/messages/translate";
import { statusCode } from "@/lib/requests/labels";

const words = ["a", "b", "c", "d"].map(
  (typeSlug): OwnWords => ({
    typeSlug,
    statuses: [{ status: "in_progress", name: `Name ${typeSlug}` }],
    translations: typeSlug === "a" ? { de: { name: "Reparatur", in_progress: "In der Werkstatt" } } : {},
    category: { ar: { name: "دراجات" } },
  }),
);
const t = translatorOf("en", wordingOf(words)("en"));
const names = (...types: string[]) =>
  nameIn(
    t,
    { code: statusCode("in_progress", "customer") },
    types.map(value => ({ value })),
  );

it("calls a status in a filter as the types of its list do, and as usual where they are many or none", () => {
  expect(names("a")).toBe("Name a");
  expect(names("a", "plain", "b")).toBe("Name a or In progress or Name b");
  expect(names("a", "b", "c", "d")).toBe("In progress");
  expect(names()).toBe("In progress");
  expect(names("plain", "other")).toBe("In progress");
});

it("calls a type, its category and its statuses by their names in the reader's language, else by the desk's", () => {
  const [german, arabic] = (["de", "ar"] as const).map(language =>
    translatorOf(language, wordingOf(words)(language)),
  );
  expect(german?.ofType("a").named("type", "Repair")).toBe("Reparatur");
  expect(german?.ofType("b").named("type", "Rental")).toBe("Rental");
  expect(german?.ofType("a").named("category", "Bicycles")).toBe("Bicycles");
  expect(arabic?.ofType("a").named("category", "Bicycles")).toBe("دراجات");
  expect(german?.ofType("a")(statusCode("in_progress", "customer"))).toBe("In der Werkstatt");
  expect(arabic?.ofType("a")(statusCode("in_progress", "customer"))).toBe("Name a");
});
