import { describe, expect, it } from "vitest";
import { operator } from "@/lib/actor";
import { usualListForm } from "@/lib/entry/list-forms";
import { ownColumns, readView, toQueryString } from "@/lib/search/own-list";
import { keepUsualList, readUsualList } from "@/lib/search/usual";
import { aCustomer, run } from "../../support/factories";

describe("the usual list", () => {
  it("is kept for its owner alone, can be changed, and gives way to the desk's default", async () => {
    const customer = await aCustomer();
    const other = await aCustomer();
    const keep = (list?: string) =>
      run(customer, act => keepUsualList(act, usualListForm.parse({ list }).list));
    expect(await readUsualList(customer)).toBe("");
    await keep("show=all&sort=summary.asc&columns=reference,summary,status");
    expect(readView(await readUsualList(customer))).toMatchObject({
      filters: [],
      order: { by: "summary", direction: "asc" },
      columns: ["reference", "summary", "status"],
    });
    expect(await readUsualList(other)).toBe("");
    await keep();
    expect(await readUsualList(customer)).toBe("");
  });

  it("keeps nothing but what a list understands, and no page of it", () => {
    const kept = (list: string) => {
      const view = usualListForm.parse({ list }).list;
      return view && toQueryString(view);
    };
    expect(kept("show=closed&evil=<script>&after=abc&sort=drop.table&type=';--&whose=everybody")).toBe(
      "show=closed",
    );
    expect(kept("nonsense")).toBe("show=open");
    expect(usualListForm.safeParse({ list: "x".repeat(3_000) }).success).toBe(false);
    expect(usualListForm.safeParse({ list: "", personId: "x" }).success).toBe(false);
  });

  it("belongs to people only", async () => {
    await expect(run(operator, act => keepUsualList(act, null))).rejects.toThrow();
  });
});

describe("the address of a list", () => {
  it("says a view and leads back to it", () => {
    for (const query of [
      "",
      "show=all",
      "q=two+words",
      "q=a%26b&show=open&type=feature-request&whose=shared&sort=raised.asc",
      "columns=requester,raised",
      "q=x&sort=match.asc",
    ])
      expect(readView(toQueryString(readView(query)))).toEqual(readView(query));
  });

  it("falls back gracefully whatever stands in it", () => {
    const standard = readView("");
    expect(standard).toMatchObject({
      words: "",
      filters: [{ field: "phase", operator: "is", value: "open" }],
      order: null,
    });
    for (const query of [
      "show=x&show=all",
      "whose[]=mine",
      "sort=match.desc",
      "columns=",
      "columns=x&columns=y",
      "type=%00",
    ])
      expect(readView(query)).toEqual(standard);
    expect(readView("columns=activity").columns).toEqual(["reference", "summary", "activity"]);
    expect(readView(`columns=${ownColumns.join("&columns=")}`).columns).toEqual(ownColumns);
    expect(readView(`q=${"x".repeat(1_000)}`).words).toHaveLength(200);
    expect(readView("q=x").filters).toEqual([]);
  });
});
