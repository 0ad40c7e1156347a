import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { tagByNameInput, tagRequestInput } from "@/lib/desk/input";
import { tagByName, tagRequest, untagRequest } from "@/lib/desk/tagging";
import { readRequestPage } from "@/lib/requests/customer-view";
import { archiveTag } from "@/lib/tags/tags";
import {
  aCustomer,
  anAdmin,
  anAgent,
  aParticipant,
  aRequest,
  aRequestIn,
  requesterOf,
  run,
} from "../../support/factories";
import { rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";
import { aTag } from "../../support/tags";

const tag = (agent: PersonActor, reference: string, slug: string) =>
  run(agent, act => tagRequest(act, { reference, tag: slug }));
const untag = (agent: PersonActor, reference: string, slug: string) =>
  run(agent, act => untagRequest(act, { reference, tag: slug }));
const byName = (agent: PersonActor, reference: string, name: string, isNew = false) =>
  run(agent, act => tagByName(act, { reference, name, isNew }));

const eventsOf = async (reference: string) =>
  (
    await db().event.findMany({
      where: { requestId: (await rowOf(reference)).id, type: { startsWith: "tag_" } },
      orderBy: { id: "asc" },
      select: { type: true },
    })
  ).map(({ type }) => type);

describe("a tag on a request", () => {
  it("is added and removed once, of any status, and agents read both in the history", async () => {
    const [agent, reference, slug] = [await anAgent(), await aRequestIn("closed"), await aTag()];
    await tag(agent, reference, slug);
    await tag(agent, reference, slug);
    const page = await readDeskPage(agent, reference);
    expect(page?.tags.map(one => one.slug)).toEqual([slug]);
    expect(page?.tagChoices.map(one => one.slug)).toContain(slug);
    expect(page?.timeline.at(-1)).toMatchObject({
      line: { code: "history.tagged", params: { tag: page?.tags[0]?.name } },
    });
    await untag(agent, reference, slug);
    await untag(agent, reference, slug);
    await untag(agent, reference, "never-was");
    expect(await eventsOf(reference)).toEqual(["tag_added", "tag_removed"]);
  });

  it("is found by its name in any capitals, and made by any agent who says that it is new", async () => {
    const [agent, reference, name] = [
      await anAgent(),
      await aRequest(),
      `Refund ${randomUUID().slice(0, 8)}`,
    ];
    const refusal = await expectRefusal(byName(agent, reference, name), "invalid");
    expect(refusal.fields.name?.[0]).toContain(name);
    await byName(agent, reference, name, true);
    const other = await aRequest();
    await byName(agent, other, name.toUpperCase());
    await byName(agent, other, name.toLowerCase(), true);
    expect((await readDeskPage(agent, other))?.tags.map(one => one.name)).toEqual([name]);
    expect(await db().tag.count({ where: { name: { equals: name, mode: "insensitive" } } })).toBe(1);
  });

  it("is made once by two who name it at the same time", async () => {
    const [references, name] = [[await aRequest(), await aRequest()], `Twice ${randomUUID().slice(0, 8)}`];
    const agents = [await anAgent(), await anAgent()] as const;
    await Promise.all(
      references.map((reference, place) => byName(agents[place % 2] as PersonActor, reference, name, true)),
    );
    expect(await db().requestTag.count({ where: { tag: { name } } })).toBe(2);
  });

  it("stays once it is archived, is offered to nobody, and can be removed", async () => {
    const [agent, admin, reference, slug] = [
      await anAgent(),
      await anAdmin(),
      await aRequest(),
      await aTag(),
    ];
    await tag(agent, reference, slug);
    await run(admin, act => archiveTag(act, { slug, isArchived: true }));
    const page = await readDeskPage(agent, reference);
    expect(page?.tags.map(one => one.slug)).toEqual([slug]);
    expect(page?.tagChoices.map(one => one.slug)).not.toContain(slug);
    const other = await aRequest();
    await expectRefusal(tag(agent, other, slug), "invalid");
    await expectRefusal(byName(agent, other, page?.tags[0]?.name ?? "", true), "invalid");
    await untag(agent, reference, slug);
    expect((await readDeskPage(agent, reference))?.tags).toEqual([]);
  });

  it("is one of twenty at most", async () => {
    const [agent, reference] = [await anAgent(), await aRequest()];
    for (let count = 0; count < 20; count++) await tag(agent, reference, await aTag());
    const one = await aTag();
    const refusal = await expectRefusal(tag(agent, reference, one), "invalid");
    expect(refusal.code).toBe("tag.too_many_on_request");
    expect((await readDeskPage(agent, reference))?.tags).toHaveLength(20);
  });

  it("is no matter for customers, who learn nothing of it, and unknown to strangers", async () => {
    const customer = await aCustomer();
    const [agent, reference, slug] = [await anAgent(), await aRequest({ by: customer }), await aTag()];
    const participant = await aParticipant(reference);
    const before = await readRequestPage(customer, reference);
    const mails = await db().delivery.count();
    await tag(agent, reference, slug);
    expect(await readRequestPage(customer, reference)).toEqual(before);
    expect(await db().delivery.count()).toBe(mails);
    for (const person of [await requesterOf(reference), participant]) {
      await expectRefusal(tag(person, reference, slug), "forbidden");
      await expectRefusal(untag(person, reference, slug), "forbidden");
      await expectRefusal(byName(person, reference, "Mine", true), "forbidden");
    }
    await expectRefusal(tag(await aCustomer(), reference, slug), "not_found");
    expect((await readDeskPage(agent, reference))?.tags.map(one => one.slug)).toEqual([slug]);
  });

  it("has a name of at most forty characters, and a slug", () => {
    for (const name of ["", " \u200b ", "x".repeat(41)])
      expect(tagByNameInput.safeParse({ reference: "LDG-1", name, isNew: true }).success).toBe(false);
    for (const slug of ["", "Not a slug", "a.b", undefined])
      expect(tagRequestInput.safeParse({ reference: "LDG-1", tag: slug }).success).toBe(false);
  });
});
