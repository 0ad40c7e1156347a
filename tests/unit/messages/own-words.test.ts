import { expect, it } from "vitest";
import { nameIn } from "@/app/(portal)/status-names";
import { wordingOf } from "@/lib/messages/own-words";
import { translatorOf } from "@/lib/messages/translate";
import { statusCode } from "@/lib/requests/labels";

const words = ["a", "b", "c", "d"].map(typeSlug => ({
  typeSlug,
  status: "in_progress" as const,
  name: `Name ${typeSlug}`,
}));
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
