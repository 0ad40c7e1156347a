import { describe, expect, it } from "vitest";
import { readPurpose } from "@/lib/entry/purpose";
import { aType } from "../../support/catalog";
import { aRequest } from "../../support/factories";

describe("what somebody was about to do who has to log in", () => {
  it("is to raise a request of the type that they picked", async () => {
    expect(await readPurpose("/catalog/other-manual-request?follows=LDG-1")).toEqual({
      kind: "raise",
      typeName: "Other / Manual Request",
    });
  });

  it("says nothing of a type that strangers are not shown, or that there is none of", async () => {
    const slug = await aType({ isDraft: true });
    for (const path of [`/catalog/${slug}`, "/catalog/no-such-type", "/catalog", "/catalog/"])
      expect(await readPurpose(path)).toBeNull();
  });

  it("is to read a request, of which it says what its address says and no more", async () => {
    const reference = await aRequest({ summary: "A secret" });
    expect(await readPurpose(`/requests/${reference.toLowerCase()}?entry=1#entry-1`)).toEqual({
      kind: "read",
      reference,
    });
    expect(await readPurpose("/requests/none")).toBeNull();
    expect(await readPurpose("/requests?show=all")).toEqual({ kind: "list" });
  });

  it("is nothing to name for any other page", async () => {
    for (const path of ["/", "/agent", "/settings", "//", "/requests-of-others"])
      expect(await readPurpose(path)).toBeNull();
  });
});
