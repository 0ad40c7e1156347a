import { describe, expect, it } from "vitest";
import { z } from "zod";
import { archiveFields, archiving, shiftFields, shifting } from "@/lib/entry/row-forms";

const slug = z.string().regex(/^[a-z]+$/);
const shift = z.strictObject({ ...shiftFields(slug), after: z.int().optional() }).transform(shifting);
const archive = z.strictObject(archiveFields(slug)).transform(archiving);

describe("a button of a row", () => {
  it("says by its name what to do, and by its value with which row", () => {
    expect(shift.parse({ earlier: "shop", after: 3 })).toEqual({ slug: "shop", to: "earlier", after: 3 });
    expect(shift.parse({ later: "shop" })).toEqual({ slug: "shop", to: "later" });
    expect(archive.parse({ archive: "shop" })).toEqual({ slug: "shop", isArchived: true });
    expect(archive.parse({ restore: "shop" })).toEqual({ slug: "shop", isArchived: false });
  });

  it("is refused without a row, and for what cannot be one", () => {
    for (const sent of [{}, { earlier: "No!" }, { slug: "shop", to: "later" }])
      expect(shift.safeParse(sent).success).toBe(false);
    for (const sent of [{}, { restore: "No!" }]) expect(archive.safeParse(sent).success).toBe(false);
  });
});
