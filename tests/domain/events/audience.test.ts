import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { operator, type PersonActor } from "@/lib/actor";
import { countUnread, listNotices } from "@/lib/bell/notices";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { type Act, record, recordChanges } from "@/lib/events/act";
import { openTypes } from "@/lib/events/audience";
import { type EventData, type EventType, nounOf, type Subject, vocabulary } from "@/lib/events/types";
import { translatorOf } from "@/lib/messages/translate";
import { writeMyData } from "@/lib/my-data/write";
import { commentOnRequest } from "@/lib/requests/comments";
import { readRequestPage } from "@/lib/requests/customer-view";
import { numberOf } from "@/lib/requests/reference";
import { readStamp } from "@/lib/requests/stamp";
import { exportRequests } from "@/lib/search/export";
import { readView } from "@/lib/search/own-list";
import { ofDeskKeeping, teamed } from "../../support/event-samples";
import { aCustomer, anAddress, anAdmin, anAgent, aRequest, run } from "../../support/factories";
import { anOrganisation } from "../../support/organisations";
import { rowOf } from "../../support/records";
import { readSharing } from "../../support/sharing";

type World = {
  reference: string;
  requestId: string;
  customer: PersonActor;
  agent: PersonActor;
  other: PersonActor;
};

async function aWorld(): Promise<World> {
  const [customer, agent, other] = [await aCustomer(), await anAgent(), await aCustomer()];
  const reference = await aRequest({ by: customer });
  return { reference, requestId: (await rowOf(reference)).id, customer, agent, other };
}

type Sample<T extends EventType> = {
  data: EventData[T];
  subject?: Subject;
  secrets?: Record<string, string>;
};

const some = async () => ({ data: {} });
const aWhile = { createdAt: new Date(), expiresAt: new Date(Date.now() + 60_000) };

async function invited({ requestId, agent }: World) {
  const row = { requestId, email: anAddress(), invitedById: agent.id, tokenHash: randomUUID(), ...aWhile };
  const { id: invitationId } = await db().invitation.create({ data: row, select: { id: true } });
  return { data: { invitationId }, secrets: { token: "token" } };
}

async function written({ requestId, agent }: World) {
  const row = { requestId, authorId: agent.id, body: "Words of an agent", createdAt: new Date() };
  const { id: commentId } = await db().comment.create({ data: row, select: { id: true } });
  return { data: {}, subject: { commentId } };
}

async function organised() {
  const slug = await anOrganisation();
  const { id: organisationId } = await db().organisation.findUniqueOrThrow({ where: { slug } });
  return { data: { organisationId } };
}

async function ofDomain() {
  return { data: { ...(await organised()).data, domainId: randomUUID() } };
}

/** What is recorded of each type, from rows such as its command would have written. */
const samples: { [T in EventType]: (world: World) => Promise<Sample<T>> } = {
  request_submitted: some,
  comment_posted: written,
  comment_edited: async world => ({ data: (await written(world)).subject }),
  request_moved: async () => ({
    data: { move: "start", from: "waiting_for_support", to: "in_progress", resolution: null },
  }),
  request_corrected: some,
  follow_up_raised: async () => ({ data: { number: 1 } }),
  invitation_sent: invited,
  invitation_withdrawn: invited,
  invitation_accepted: invited,
  participant_removed: some,
  participant_left: some,
  request_assigned: async ({ agent }) => ({ data: { toId: agent.id } }),
  request_snoozed: async () => ({ data: { until: new Date().toISOString() } }),
  request_woke: async () => ({ data: { because: "time" } }),
  priority_set: async () => ({ data: { from: "normal", to: "urgent" } }),
  request_handed_over: async () => ({
    data: { fromTeamId: null, toTeamId: (await teamed()).data.teamId, unassigned: true },
  }),
  note_added: async ({ requestId, agent }) => {
    const row = { requestId, authorId: agent.id, body: "Between us", createdAt: new Date() };
    const { id: noteId } = await db().note.create({ data: row, select: { id: true } });
    return { data: {}, subject: { noteId } };
  },
  request_followed: some,
  request_unfollowed: some,
  request_left_unassigned: async () => ({ data: { minutes: 30 } }),
  privacy_changed: async () => ({ data: { isPrivate: true } }),
  reply_held_back: some,
  request_muted: some,
  request_unmuted: some,
  sign_up_asked: async () => {
    const row = {
      email: anAddress(),
      name: "Jo Lee",
      browserHash: randomUUID(),
      mailedAt: new Date(),
      ...aWhile,
    };
    const { id: signUpId } = await db().signUp.create({ data: row, select: { id: true } });
    return { data: { signUpId }, secrets: { code: "123456", token: "token" } };
  },
  signed_up: some,
  person_created: async () => ({ data: { role: "customer" } }),
  person_suspended: some,
  person_restored: some,
  password_link_asked: async () => ({ data: {}, secrets: { token: "token" } }),
  password_set: some,
  password_changed: some,
  log_in_link_asked: async () => ({ data: {}, secrets: { token: "token" } }),
  logged_in_by_link: some,
  person_renamed: some,
  email_change_asked: async ({ other }) => {
    const row = { personId: other.id, email: anAddress(), ...aWhile };
    const { id: changeId } = await db().emailChange.create({ data: row, select: { id: true } });
    return { data: { changeId }, secrets: { token: "token" } };
  },
  email_changed: some,
  mail_pace_chosen: async () => ({ data: { pace: "daily" } }),
  test_mail_asked: some,
  mail_released: async () => ({ data: { deliveryId: randomUUID(), from: "held" } }),
  suppression_lifted: async () => ({ data: { suppressionId: null } }),
  reply_accepted: async () => ({ data: { mailId: randomUUID(), as: "note" } }),
  reply_attached: async () => ({ data: { mailId: randomUUID(), as: "note" } }),
  bulk_run_started: async () => ({ data: { runId: randomUUID(), count: 2 } }),
  bulk_run_stopped: async () => ({ data: { runId: randomUUID(), count: 1 } }),
  mail_made_request: async () => ({ data: { mailId: randomUUID() } }),
  reply_discarded: async () => ({ data: { mailId: randomUUID(), cause: "bulk" } }),
  organisation_added: organised,
  organisation_renamed: organised,
  organisation_shifted: async () => ({ data: { ...(await organised()).data, to: "later" } }),
  organisation_archived: organised,
  organisation_restored: organised,
  domain_added: ofDomain,
  domain_removed: ofDomain,
  organisation_member_added: organised,
  organisation_member_removed: organised,
  organisation_manager_set: async () => ({ data: { ...(await organised()).data, isManager: true } }),
  ...ofDeskKeeping,
};

const types = Object.keys(vocabulary) as EventType[];
const changed = {
  person_renamed: "name",
  email_changed: "email",
  request_corrected: "summary",
  organisation_added: "name",
  organisation_renamed: "name",
  team_added: "name",
  team_renamed: "name",
  domain_added: "domain",
  domain_removed: "domain",
  category_added: "name",
  category_changed: "name",
  type_added: "name",
  type_changed: "name",
  type_audience_set: "organisations",
  type_statuses_named: "resolved",
  help_article_added: "title",
  help_article_changed: "body",
  tag_created: "name",
  tag_changed: "name",
} as const;

/** Records an event of that type about this person, with what its readers do about it. */
async function happen<T extends EventType>(type: T, world: World, about: PersonActor): Promise<void> {
  const { data, subject, secrets } = await samples[type](world);
  const whole = { requestId: world.requestId, personId: about.id, ...subject };
  await run(world.agent, (act: Act) =>
    type in changed
      ? recordChanges(
          act,
          type as keyof typeof changed,
          [{ key: changed[type as keyof typeof changed], before: anAddress(), after: anAddress() }],
          whole,
          data as EventData[keyof typeof changed],
        )
      : record(act, type, data, whole, secrets),
  );
}

async function readWhole(pieces: AsyncIterable<unknown>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece instanceof Uint8Array ? Buffer.from(piece) : piece;
  return text.replace(/"writtenAt": "[^"]*"/, '"writtenAt": null');
}

const t = translatorOf("en");

type Events = { type: string }[];
const eventsIn = async (person: PersonActor) =>
  (JSON.parse(await readWhole(writeMyData(person, t))) as { events: Events }).events;

/** All that a customer is shown and mailed. */
async function everythingFor(person: PersonActor, reference: string) {
  const mails = { where: { OR: [{ personId: person.id }, { to: person.email }] }, select: { kind: true } };
  return {
    page: await readRequestPage(person, reference),
    sharing: await readSharing(person, reference),
    stamp: (await readStamp(person, numberOf(reference) ?? 0)).stamp,
    bell: [await countUnread(person), await listNotices(person)],
    mails: await db().delivery.findMany(mails),
    list: await readWhole(await exportRequests(t, person, readView("show=all"))),
    myData: await readWhole(writeMyData(person, t)),
  };
}

const closedTypes = types.filter(type => !openTypes.includes(type));
const ofRequests = openTypes.filter(type => nounOf(type) === "request");

// Each test compares before and after, whatever the others have left there.
let world: World;
beforeAll(async () => {
  world = await aWorld();
});

describe("a customer on the request", () => {
  it.each(closedTypes)("is told nowhere of %s, which is not theirs", async type => {
    const { customer, reference } = world;
    const before = await everythingFor(customer, reference);
    await happen(type, world, world.other);
    expect(await everythingFor(customer, reference)).toEqual(before);
    // Nor does it hold back what they write.
    const seen = BigInt(before.page?.latest ?? 0);
    await run(customer, act => commentOnRequest(act, { reference, body: "Hello", seen }));
  });

  it.each(ofRequests)("is told of %s, which is for everyone: the page changes", async type => {
    const { customer, reference } = world;
    const stampOf = async () => (await readStamp(customer, numberOf(reference) ?? 0)).stamp;
    const before = await stampOf();
    await happen(type, world, world.other);
    expect(await stampOf()).not.toBe(before);
  });

  it.each(types)(
    "finds %s about themselves in their data if it is for them, and not otherwise",
    async type => {
      const { audience } = vocabulary[type];
      const told = async () => (await eventsIn(world.customer)).filter(event => event.type === type).length;
      const before = await told();
      await happen(type, world, world.customer);
      expect((await told()) > before).toBe(audience.includes("person") || audience.includes("everyone"));
    },
  );
});

describe("agents", () => {
  it.each(closedTypes)("are told of %s only if it is for agents", async type => {
    const { agent, reference } = world;
    const look = async () => [
      (await readDeskPage(agent, reference))?.timeline,
      (await readStamp(agent, numberOf(reference) ?? 0)).stamp,
    ];
    const before = await look();
    await happen(type, world, world.other);
    const isTold = vocabulary[type].audience.includes("agents") && nounOf(type) === "request";
    expect(JSON.stringify(await look()) !== JSON.stringify(before)).toBe(isTold);
  });
});

describe("an event that this release does not know", () => {
  it.each([
    ["of an unknown type", "request_exploded", {}],
    ["of a known type, with unknown data", "request_moved", { move: "explode" }],
  ])("%s is shown to nobody", async (_how, type, data) => {
    const { reference, requestId, customer, agent } = await aWorld();
    const admin = await anAdmin();
    const look = async () => [
      (await readRequestPage(customer, reference))?.timeline,
      (await readDeskPage(agent, reference))?.timeline,
      (await readDeskPage(admin, reference))?.timeline,
      await eventsIn(customer),
    ];
    const before = await look();
    await db().event.create({
      data: { type, data, at: now(), requestId, personId: customer.id, part: operator.kind },
      select: { id: true },
    });
    expect(await look()).toEqual(before);
  });
});
