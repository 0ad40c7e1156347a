import { expect, it } from "vitest";
import { differencesOf } from "@/lib/desk-file/differences";

it("names of items can be what every object has", () => {
  const tag = (slug: string) => ({ slug, name: slug });
  const lines = (before: unknown, after: unknown) =>
    differencesOf(before, after).map(({ sign, text }) => `${sign} ${text}`);
  for (const slug of ["constructor", "toString", "__proto__"]) {
    expect(lines({ tags: [tag("one")] }, { tags: [tag("one"), tag(slug)] })).toEqual([
      "~ tags",
      `+ ${slug}: "${slug}"`,
    ]);
    expect(lines({ tags: [tag("one"), tag(slug)] }, { tags: [tag("one")] })).toEqual([
      "~ tags",
      `- ${slug}: "${slug}"`,
    ]);
  }
});

it("shows a text that only begins like a picture as the text that it is", () => {
  const name = "iVBORw0KGgo= is how it begins";
  const said = (before: unknown, after: unknown) => differencesOf(before, after).map(({ text }) => text);
  expect(said({ title: "Old" }, { title: name })).toEqual([`title: "Old" → ${JSON.stringify(name)}`]);
  expect(said({}, { title: name })).toEqual([`title: ${JSON.stringify(name)}`]);
});
