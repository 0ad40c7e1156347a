import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { readType } from "@/lib/catalog/overview";
import { nameStatuses } from "@/lib/catalog/statuses";
import { readWording } from "@/lib/catalog/wording";
import { db } from "@/lib/db";
import { deskTranslator } from "@/lib/messages/translate";
import { writeMyData } from "@/lib/my-data/write";
import { statusCode } from "@/lib/requests/labels";
import { exportRequests } from "@/lib/search/export";
import { readView } from "@/lib/search/own-list";
import { aType } from "../../support/catalog";
import { makeTestDatabase } from "../../support/databases";
import { aCustomer, anAdmin, anAgent, aRequest, moveTo, run } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";
import { sentMails } from "../../support/sent-mails";
import { setSettings } from "../../support/settings";

let admin: PersonActor;

beforeAll(async () => {
  setSettings({ DATABASE_URL: await makeTestDatabase("catalog_statuses") });
  admin = await anAdmin();
});

const none = { waiting_for_support: "", in_progress: "", waiting_for_customer: "", resolved: "", closed: "" };

async function name(slug: string, words: Partial<typeof none>): Promise<void> {
  const { version } = await readType(admin, slug);
  await run(admin, act => nameStatuses(act, { slug, version, words: { ...none, ...words } }));
}

async function sayBoth(slug: string): Promise<string[]> {
  await readWording();
  const t = deskTranslator().ofType(slug);
  return [t(statusCode("in_progress", "customer")), t(statusCode("in_progress", "agent"))];
}

const whole = async (pieces: AsyncIterable<unknown>) => {
  let text = "";
  for await (const piece of pieces) text += piece instanceof Uint8Array ? Buffer.from(piece) : piece;
  return text;
};

describe("a status that a type calls its own way", () => {
  it("is called so to customers in their lists, exports, mails and data, and both ways to agents", async () => {
    const [slug, customer, agent] = [await aType(), await aCustomer(), await anAgent()];
    await name(slug, { in_progress: "On the bench" });
    const reference = await aRequest({ by: customer, type: slug });
    await aRequest({ by: customer });
    await moveTo(agent, reference, "start");
    expect(await sayBoth(slug)).toEqual(["On the bench", "In progress (On the bench)"]);
    const t = deskTranslator();
    expect(t(statusCode("in_progress", "customer"))).toBe("In progress");
    const list = await whole(await exportRequests(t, customer, readView("show=all")));
    expect(list).toContain('"On the bench"');
    expect(list).not.toContain("In progress");
    expect(await whole(writeMyData(customer, t))).toContain("On the bench");
    const [mail] = await sentMails({ to: customer.email, kind: "status_changed" });
    expect(mail?.text).toContain("On the bench");
    expect(mail?.text).not.toContain("In progress");
  });

  it("is told at once after it is named, and as usual once it has no name any more", async () => {
    const slug = await aType();
    expect(await sayBoth(slug)).toEqual(["In progress", "In progress"]);
    for (const own of ["Being built", "It's {count} <b>odd</b> # names"]) {
      await name(slug, { in_progress: own });
      expect(await sayBoth(slug)).toEqual([own, `In progress (${own})`]);
    }
    await name(slug, {});
    expect(await sayBoth(slug)).toEqual(["In progress", "In progress"]);
    const event = await db().event.findFirstOrThrow({
      where: { type: "type_statuses_named" },
      orderBy: { id: "desc" },
      select: { change: { select: { values: true } } },
    });
    expect(event.change?.values).toEqual([
      { key: "in_progress", before: "It's {count} <b>odd</b> # names", after: null },
    ]);
  });

  it("is named by admins alone, and not over what another has changed", async () => {
    const slug = await aType();
    const input = { slug, version: 1, words: { ...none, closed: "Done" } };
    for (const person of [await anAgent(), await aCustomer()])
      await expectRefusal(
        run(person, act => nameStatuses(act, input)),
        "not_found",
      );
    await name(slug, { closed: "Over" });
    await expectRefusal(
      run(admin, act => nameStatuses(act, input)),
      "conflict",
    );
    expect((await readType(admin, slug)).statuses).toEqual({ closed: "Over" });
  });
});
