import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { saveDraft } from "@/lib/drafts/drafts";
import { deskMarks } from "@/lib/inbound/desk-marks";
import { readRequestPage } from "@/lib/requests/customer-view";
import { presentReference } from "@/lib/requests/reference";
import { listRequests } from "@/lib/search/list";
import { readView } from "@/lib/search/own-list";
import { readDeskSettings } from "@/lib/settings";
import { makeTestDatabase } from "../../support/databases";
import { setOnDesk } from "../../support/desk-settings";
import { aCustomer, aRequest, run } from "../../support/factories";
import { setSettings } from "../../support/settings";

beforeAll(async () => {
  setSettings({ DATABASE_URL: await makeTestDatabase("prefixes") });
});

describe("every prefix that references ever had", () => {
  it("leads to the request: by its address, in searches however it is typed, and in replies to mails", async () => {
    const customer = await aCustomer();
    const reference = await aRequest({ by: customer });
    const number = reference.split("-")[1];
    await setOnDesk({ referencePrefix: "ABC" });
    await setOnDesk({ referencePrefix: "XYZ" });
    for (const prefix of ["LDG", "ABC", "XYZ", "ldg"])
      expect((await readRequestPage(customer, `${prefix}-${number}`))?.reference).toBe(`XYZ-${number}`);
    for (const words of [`LDG-${number}`, `ldg-${number}`, `abc ${number}`, `xyz-${number}`]) {
      const { rows } = await listRequests(
        customer,
        readView(new URLSearchParams({ q: words, show: "all" }).toString()),
      );
      expect(
        rows.map(row => row.reference),
        words,
      ).toEqual([`XYZ-${number}`]);
    }
    expect(deskMarks(await readDeskSettings()).prefixes).toEqual(["XYZ", "LDG", "ABC"]);
  });

  it("is told as today's in the title of a page, and what is no reference as it was typed", async () => {
    const desk = await readDeskSettings();
    for (const typed of ["ldg-7", "XYZ-7", "OLD-7"]) expect(presentReference(typed, desk)).toBe("XYZ-7");
    for (const typed of ["x", "ldg-0", "<b>", "y".repeat(90)])
      expect(presentReference(typed, desk)).toBe(typed.slice(0, 40).toUpperCase());
  });

  it("is no longer a former one once it is in use again", async () => {
    await setOnDesk({ referencePrefix: "LDG" });
    expect((await readDeskSettings()).formerPrefixes).toEqual(["ABC", "XYZ"]);
  });

  it("takes along what was typed and not sent", async () => {
    const customer = await aCustomer();
    const reference = await aRequest({ by: customer });
    const number = reference.split("-")[1];
    await run(customer, act =>
      saveDraft(act, { place: `/requests/${reference}#comment`, fields: { body: "Half a sentence" } }),
    );
    await setOnDesk({ referencePrefix: "NEW" });
    const drafts = await db().draft.findMany({ where: { personId: customer.id }, select: { place: true } });
    expect(drafts).toEqual([{ place: `/requests/NEW-${number}#comment` }]);
  });
});
