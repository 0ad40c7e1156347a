import { expect, it } from "vitest";
import { placed, standing, step, stepOfCategory, type ToldType } from "@/app/admin/catalog/placing";

const type = (slug: string): ToldType => ({
  ...{ slug, name: slug.toUpperCase(), icon: "tag", about: "", isDraft: false },
});
const catalog = [
  { slug: "one", name: "One", types: [type("a"), type("b"), type("c")] },
  { slug: "none", name: "None", types: [] },
  { slug: "two", name: "Two", types: [type("d")] },
];
const orderOf = (categories: typeof catalog) =>
  Object.fromEntries(categories.map(({ slug, types }) => [slug, types.map(one => one.slug).join("")]));

it("puts a type before another, or behind all others", () => {
  const move = { kind: "type", slug: "c" } as const;
  expect(orderOf(placed(catalog, { ...move, category: "one", before: "a" }))).toMatchObject({ one: "cab" });
  expect(orderOf(placed(catalog, { ...move, category: "two", before: null }))).toMatchObject({
    one: "ab",
    two: "dc",
  });
  expect(placed(catalog, { ...move, slug: "z", category: "one", before: null })).toBe(catalog);
});

it("steps up and down, on into the next category, and stops at the ends", () => {
  const after = (slug: string, way: "earlier" | "later") => {
    const to = step(catalog, slug, way);
    return to && orderOf(placed(catalog, { kind: "type", slug, ...to }));
  };
  expect(after("b", "earlier")).toEqual({ one: "bac", none: "", two: "d" });
  expect(after("b", "later")).toEqual({ one: "acb", none: "", two: "d" });
  expect(after("c", "later")).toEqual({ one: "ab", none: "c", two: "d" });
  expect(after("d", "earlier")).toEqual({ one: "abc", none: "d", two: "" });
  expect(after("a", "earlier")).toBeNull();
  expect(after("d", "later")).toBeNull();
});

it("does the same for categories", () => {
  const after = (slug: string, way: "earlier" | "later") => {
    const before = stepOfCategory(catalog, slug, way);
    return before === undefined
      ? undefined
      : placed(catalog, { kind: "category", slug, before }).map(category => category.slug);
  };
  expect(after("one", "later")).toEqual(["none", "one", "two"]);
  expect(after("two", "earlier")).toEqual(["one", "two", "none"]);
  expect(after("none", "later")).toEqual(["one", "two", "none"]);
  expect(after("one", "earlier")).toBeUndefined();
  expect(after("two", "later")).toBeUndefined();
});

it("says where a type stands", () => {
  expect(standing(catalog, "b")).toEqual({ name: "B", place: 2, total: 3, category: "One" });
  expect(standing(catalog, "z")).toBeNull();
});
