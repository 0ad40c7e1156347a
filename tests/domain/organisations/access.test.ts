import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { assignRequest } from "@/lib/desk/assignment";
import { addNote } from "@/lib/desk/notes";
import { readPulse } from "@/lib/entry/live";
import { translatorOf } from "@/lib/messages/translate";
import { removeMember } from "@/lib/organisations/members";
import { archiveOrganisation } from "@/lib/organisations/organisations";
import { findFile } from "@/lib/requests/attachments";
import { commentOnRequest } from "@/lib/requests/comments";
import { readRequestPage } from "@/lib/requests/customer-view";
import { setPrivacy } from "@/lib/requests/privacy";
import { exportRequests } from "@/lib/search/export";
import { listRequests } from "@/lib/search/list";
import { ourList } from "@/lib/search/own-list";
import { ourScope } from "@/lib/search/scope";
import { readListQuery } from "@/lib/search/view";
import { leaveRequest } from "@/lib/sharing/participants";
import { shareRequest } from "@/lib/sharing/share";
import {
  aCustomer,
  anAddress,
  anAdmin,
  anAgent,
  aParticipant,
  aRequest,
  aRequestIn,
  moveTo,
  run,
  visitOf,
} from "../../support/factories";
import { anOrganisation, makeManager } from "../../support/organisations";
import { deliveriesOf, eventsOf, mailsOf, rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";

type World = { slug: string; member: PersonActor; manager: PersonActor; reference: string };

async function aWorld(wishes: { isPrivate?: boolean } = {}): Promise<World> {
  const [member, manager] = [await aCustomer(), await aCustomer()];
  const slug = await anOrganisation({ members: [member], managers: [manager] });
  return { slug, member, manager, reference: await aRequest({ by: member, ...wishes }) };
}

const ours = async (who: PersonActor, slug: string, q = "") => {
  const [list, scope] = [ourList(slug), ourScope(who, slug)];
  const view = readListQuery(list, new URLSearchParams({ q, show: "all" }).toString());
  const listing = await listRequests(who, view, { list, scope });
  const csv = await new Response(
    await exportRequests(translatorOf("en"), who, view, { of: { list, scope } }),
  ).text();
  return { ...listing, csv, references: listing.rows.map(({ reference }) => reference).toSorted() };
};

/** All doors to a request, each true while it lets somebody in. */
async function doorsOf(who: PersonActor, { slug, reference }: Pick<World, "slug" | "reference">) {
  const { id, summary } = await rowOf(reference);
  const file = await db().file.findFirst({ where: { requestId: id }, select: { id: true } });
  const listed = await ours(who, slug);
  return {
    page: (await readRequestPage(who, reference)) !== null,
    stream: (await readPulse(who, { request: reference, list: null })) !== null,
    file: file !== null && (await findFile(who, file.id)) !== null,
    list: listed.references.includes(reference),
    csv: listed.csv.includes(summary),
    search: (await ours(who, slug, summary)).references.includes(reference),
  };
}

async function aFileOn(reference: string): Promise<void> {
  const { id: requestId, requesterId: ownerId } = await rowOf(reference);
  await db().file.create({
    data: {
      requestId,
      ownerId,
      name: "a.txt",
      type: "text/plain",
      size: 1,
      sha256: "",
      createdAt: new Date(),
    },
  });
}

const open = { page: true, stream: true, file: true, list: true, csv: true, search: true };
const closed = { page: false, stream: false, file: false, list: false, csv: false, search: false };

describe("the managers of an organisation", () => {
  it("see what its members raise, and nobody else does", async () => {
    const world = await aWorld();
    await aFileOn(world.reference);
    expect(await doorsOf(world.manager, world)).toEqual(open);
    const colleague = await aCustomer();
    const stranger = await aCustomer();
    const slug = await anOrganisation({ managers: [stranger] });
    expect(await doorsOf(colleague, world)).toEqual(closed);
    expect(await doorsOf(stranger, world)).toEqual(closed);
    expect(await doorsOf(stranger, { ...world, slug })).toEqual(closed);
    expect((await visitOf(world.manager))?.organisations).toEqual([
      { slug: world.slug, name: expect.any(String), isManager: true, isArchived: false },
    ]);
  });

  it("see it no more as soon as they manage no longer, or belong to it no longer", async () => {
    const world = await aWorld();
    await aFileOn(world.reference);
    await makeManager(world.slug, world.manager, false);
    expect(await doorsOf(world.manager, world)).toEqual(closed);
    await makeManager(world.slug, world.manager);
    expect(await doorsOf(world.manager, world)).toEqual(open);
    const { slug, manager } = world;
    await run(await anAdmin(), act => removeMember(act, { slug, person: manager.id }));
    expect(await doorsOf(manager, world)).toEqual(closed);
  });

  it("see nothing of what somebody had raised before they joined, and keep what they had raised until they left", async () => {
    const [member, manager] = [await aCustomer(), await aCustomer()];
    const before = await aRequest({ by: member });
    const slug = await anOrganisation({ members: [member], managers: [manager] });
    const during = await aRequest({ by: member });
    await run(await anAdmin(), act => removeMember(act, { slug, person: member.id }));
    const after = await aRequest({ by: member });
    expect((await ours(manager, slug)).references).toEqual([during]);
    for (const reference of [before, after]) expect(await readRequestPage(manager, reference)).toBeNull();
    await expect(
      db().serviceRequest.updateMany({
        where: { id: (await rowOf(before)).id },
        data: { organisationId: (await rowOf(during)).organisationId },
      }),
    ).rejects.toThrow();
    expect((await readRequestPage(member, during))?.reference).toBe(during);
  });

  it("keep what there is once it is archived, and nothing more is raised for it", async () => {
    const { slug, member, manager, reference } = await aWorld();
    await run(await anAdmin(), act => archiveOrganisation(act, { slug, isArchived: true }));
    const later = await aRequest({ by: member });
    expect((await ours(manager, slug)).references).toEqual([reference]);
    expect((await rowOf(later)).organisationId).toBeNull();
  });

  it("may comment, which answers for the customer, and nothing else", async () => {
    const [member, manager, agent] = [await aCustomer(), await aCustomer(), await anAgent()];
    await anOrganisation({ members: [member], managers: [manager] });
    const reference = await aRequestIn("waiting_for_customer", { by: member, agent });
    await run(agent, act => assignRequest(act, { reference, from: null, to: agent.id }));
    await run(manager, act => commentOnRequest(act, { reference, body: "It is ours." }));
    expect(await rowOf(reference)).toMatchObject({ status: "waiting_for_support", deskSpokeLast: false });
    const page = await readRequestPage(manager, reference);
    expect(page).toMatchObject({
      moves: [],
      canComment: true,
      canCorrect: false,
      canFollow: false,
      view: "customer",
    });
    const kinds = (await deliveriesOf(reference)).map(({ kind, to }) => [kind, to]);
    expect(kinds).toContainEqual(["status_changed", member.email]);
    expect(kinds).toContainEqual(["customer_replied", agent.email]);
    expect(kinds.filter(([, to]) => to === manager.email)).toEqual([]);
    for (const attempt of [
      () => moveTo(manager, reference, "kill"),
      () => moveTo(manager, reference, "resolve", { resolution: "done" }),
      () => run(manager, act => addNote(act, { reference, body: "Mine" })),
      () => run(manager, act => shareRequest(act, { reference, shareWith: [anAddress()] })),
      () => run(manager, act => setPrivacy(act, { reference, isPrivate: true })),
    ])
      await expectRefusal(attempt(), "forbidden");
  });

  it("get mail only while they are on a request", async () => {
    const { manager, member, reference } = await aWorld();
    const agent = await anAgent();
    await aParticipant(reference, manager);
    await run(agent, act => commentOnRequest(act, { reference, body: "For all of you" }));
    await run(manager, act => leaveRequest(act, { reference }));
    expect((await readRequestPage(manager, reference))?.reference).toBe(reference);
    const mails = (await mailsOf(reference)).filter(({ kind }) => kind === "comment_posted");
    expect(mails.map(({ to, state }) => [to, state]).toSorted()).toEqual(
      [
        [manager.email, "cancelled"],
        [member.email, "sent"],
      ].toSorted(),
    );
  });

  it("learn nothing of notes and private requests: not by page, list, search, correction, or export", async () => {
    const { slug, manager, member, reference } = await aWorld();
    const mark = `zq${randomUUID().replaceAll("-", "")}`;
    const agent = await anAgent();
    const everything = async () => ({
      ...(await ours(manager, slug)),
      page: { ...(await readRequestPage(manager, reference)) },
    });
    const before = await everything();
    await run(agent, act => addNote(act, { reference, body: `Secret ${mark}` }));
    const hidden = await aRequest({ by: member, summary: `A ${mark}`, isPrivate: true });
    await run(agent, act => commentOnRequest(act, { reference: hidden, body: `More of ${mark}` }));
    expect(await everything()).toEqual(before);
    for (const words of [mark, mark.slice(0, 10), `${mark.slice(0, -1)}x`, hidden])
      expect(await ours(manager, slug, words)).toMatchObject({ rows: [], correction: [], next: null });
  });
});

describe("a private request", () => {
  it("is hidden and shown by its requester, at once and to its very words", async () => {
    const world = await aWorld({ isPrivate: true });
    const { member, manager, reference } = world;
    await aFileOn(reference);
    expect(await doorsOf(manager, world)).toEqual(closed);
    await expectRefusal(
      run(manager, act => setPrivacy(act, { reference, isPrivate: false })),
      "not_found",
    );
    await run(member, act => setPrivacy(act, { reference, isPrivate: false }));
    await run(member, act => setPrivacy(act, { reference, isPrivate: false }));
    expect(await doorsOf(manager, world)).toEqual(open);
    await run(member, act => setPrivacy(act, { reference, isPrivate: true }));
    expect(await doorsOf(manager, world)).toEqual(closed);
    const changes = (await eventsOf(reference)).filter(({ type }) => type === "privacy_changed");
    expect(changes.map(({ data }) => data)).toEqual([{ isPrivate: false }, { isPrivate: true }]);
  });

  it("is nobody else's to decide, and nothing where there is no organisation", async () => {
    const { member, reference } = await aWorld();
    const [participant, agent] = [await aParticipant(reference), await anAgent()];
    for (const other of [participant, agent])
      await expectRefusal(
        run(other, act => setPrivacy(act, { reference, isPrivate: true })),
        "forbidden",
      );
    expect((await rowOf(reference)).isPrivate).toBe(false);
    const alone = await aCustomer();
    const own = await aRequest({ by: alone, isPrivate: true });
    expect(await rowOf(own)).toMatchObject({ organisationId: null, isPrivate: false });
    await expectRefusal(
      run(alone, act => setPrivacy(act, { reference: own, isPrivate: true })),
      "forbidden",
    );
    expect((await readRequestPage(member, reference))?.reference).toBe(reference);
  });
});

describe("a request that is raised", () => {
  it("is for the only organisation one belongs to, or for the one of several that was chosen", async () => {
    const member = await aCustomer();
    const one = await anOrganisation({ members: [member] });
    const slugOf = async (reference: string) => {
      const { organisationId } = await rowOf(reference);
      return organisationId && (await db().organisation.findUnique({ where: { id: organisationId } }))?.slug;
    };
    expect(await slugOf(await aRequest({ by: member }))).toBe(one);
    expect(await slugOf(await aRequest({ by: member, organisation: null }))).toBeNull();
    const other = await anOrganisation({ members: [member] });
    expect(await slugOf(await aRequest({ by: member, organisation: other }))).toBe(other);
    for (const organisation of [undefined, null])
      await expectRefusal(aRequest({ by: member, organisation }), "invalid", /Choose the organisation/);
  });

  it("is not for an organisation that one does not belong to, or no longer", async () => {
    const [member, admin] = [await aCustomer(), await anAdmin()];
    const foreign = await anOrganisation();
    const slug = await anOrganisation({ members: [member] });
    await run(admin, act => removeMember(act, { slug, person: member.id }));
    for (const organisation of [foreign, slug, "nonesuch"])
      await expectRefusal(aRequest({ by: member, organisation }), "conflict", /no longer belong/);
  });
});
