import { expect, it } from "vitest";
import { findTypes } from "@/lib/catalog/find";

const type = (slug: string, keywords: string, isFallback = false) => ({
  ...{ slug, name: slug, description: `About ${slug}.`, icon: "bug", keywords, isFallback },
});
const catalog = [
  { slug: "money", name: "Money", description: "", types: [type("invoice", "bill vat"), type("refund", "")] },
  { slug: "rest", name: "Rest", description: "", types: [type("other", "", true)] },
];

const found = (question: string) => {
  const { categories, hits } = findTypes(catalog, question);
  return [categories.flatMap(({ types }) => types.map(({ slug }) => slug)).join(" "), hits];
};

it("a search of the catalog finds all of its words in name, description, keywords and category", () => {
  expect(found("")).toEqual(["invoice refund other", 3]);
  expect(found("VAT bil")).toEqual(["invoice", 1]);
  expect(found("about money")).toEqual(["invoice refund", 2]);
});

it("a search that finds nothing shows the fallback", () => {
  expect(found("zebra")).toEqual(["other", 0]);
});
