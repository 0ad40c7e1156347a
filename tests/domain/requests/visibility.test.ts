import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { suspendPerson } from "@/lib/accounts/operator";
import { actorOfSession, openSession } from "@/lib/accounts/sessions";
import { type Actor, operator, type PersonActor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { digest } from "@/lib/crypto";
import { db, Prisma } from "@/lib/db";
import { readRequestPage } from "@/lib/requests/customer-view";
import { moveNames, statusNames } from "@/lib/requests/lifecycle";
import {
  type AccessFacts,
  type Action,
  can,
  followableBy,
  standingColumns,
  viewOf,
  viewSql,
  visibleSql,
  visibleTo,
} from "@/lib/requests/policy";
import { numberOf } from "@/lib/requests/reference";
import { listRequests, walkRequests } from "@/lib/search/list";
import { ourList } from "@/lib/search/own-list";
import { ourScope } from "@/lib/search/scope";
import { readListQuery } from "@/lib/search/view";
import { type DeskSettings, readDeskSettings } from "@/lib/settings";
import { acceptInvitation } from "@/lib/sharing/accept";
import { leaveRequest, removeParticipant } from "@/lib/sharing/participants";
import { withdrawInvitation } from "@/lib/sharing/share";
import {
  aCustomer,
  anAdmin,
  anAgent,
  anInvitation,
  aParticipant,
  aRequest,
  aRequestIn,
  requesterOf,
  run,
} from "../../support/factories";
import { anOrganisation, makeManager } from "../../support/organisations";
import { expectRefusal } from "../../support/refusal";

const actions: Action[] = [
  "view",
  "comment",
  "correct",
  "note",
  "assign",
  "link",
  "change type",
  "hand over",
  "follow up",
  "follow",
  "share",
  "remove participant",
  "leave",
  "hide",
  ...moveNames.map(move => ({ move })),
];

let settings: DeskSettings;
let actors: Actor[];
let requests: (AccessFacts & { id: string })[];
let organisation: string;

const readStandings = (references: string[]) =>
  db().serviceRequest.findMany({
    where: { number: { in: references.map(reference => numberOf(reference) ?? 0) } },
    select: { id: true, ...standingColumns },
  });

beforeAll(async () => {
  settings = await readDeskSettings();
  const owners: PersonActor[] = [await aCustomer(), await aCustomer(), await anAgent()];
  const [participant, invited, removed, left, agentTakingPart] = [
    await aCustomer(),
    await aCustomer(),
    await aCustomer(),
    await aCustomer(),
    await anAgent(),
  ];
  actors = [...owners, participant, invited, removed, left, agentTakingPart];
  actors.push(await aCustomer(), await anAgent(), await anAdmin(), operator);
  const references: string[] = [];
  for (const by of owners)
    for (const status of statusNames) references.push(await aRequestIn(status, { by }));
  for (const reference of references) {
    for (const person of [participant, removed, left, agentTakingPart]) await aParticipant(reference, person);
    await anInvitation(reference, invited.email);
    const by = await requesterOf(reference);
    await run(by, act => removeParticipant(act, { reference, person: removed.id }));
    await run(left, act => leaveRequest(act, { reference }));
  }
  const [member, manager, other, former, agentManager] = [
    await aCustomer(),
    await aCustomer(),
    await aCustomer(),
    await aCustomer(),
    await anAgent(),
  ];
  organisation = await anOrganisation({ members: [member], managers: [manager, former, agentManager] });
  await anOrganisation({ managers: [other] });
  await makeManager(organisation, former, false);
  actors.push(member, manager, other, former, agentManager);
  for (const by of [member, manager, agentManager])
    for (const status of statusNames)
      for (const isPrivate of [false, true]) references.push(await aRequestIn(status, { by, isPrivate }));
  for (const reference of references.slice(-4)) await aParticipant(reference, participant);
  requests = await readStandings(references);
});

describe("what one may see", () => {
  it("is the same to the filter of every read, in Prisma and in SQL, and to the question before every action", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), async (which, whose) => {
        const actor = actors[which % actors.length] ?? operator;
        const request = requests[whose % requests.length];
        if (!request) throw new Error("There are no requests.");
        const found = await db().serviceRequest.count({
          where: { AND: [{ id: request.id }, visibleTo(actor)] },
        });
        const side = actor.kind === "person" ? viewSql(actor) : Prisma.sql`'agent'`;
        const inSql = await db().$queryRaw<{ side: string }[]>`
          select ${side} as side from requests r where r.id = ${request.id}::uuid and ${visibleSql(actor)}`;
        expect(inSql).toHaveLength(found);
        for (const row of inSql) expect(row.side).toBe(viewOf(actor, request));
        const allowed = actions.filter(action => can({ actor, at: now(), settings }, action, request));
        expect(found === 1).toBe(allowed.includes("view"));
        if (found === 0) expect(allowed).toEqual([]);
        if (actor.kind !== "person" || actor.role !== "customer") return;
        const takesNoPart = { members: { none: { personId: actor.id } } };
        const followable = await db().serviceRequest.count({
          where: { AND: [{ id: request.id }, followableBy(actor.id), takesNoPart] },
        });
        expect(followable === 1).toBe(allowed.includes("follow"));
      }),
      { numRuns: 400 },
    );
  });

  it("is all that managers find in the list of their organisation, and nobody else finds anything there", async () => {
    const list = ourList(organisation);
    const view = readListQuery(list, "show=all");
    for (const actor of actors) {
      if (actor.kind !== "person") continue;
      const found: string[] = [];
      const of = { list, scope: ourScope(actor, organisation) };
      for await (const batch of walkRequests(actor, view, 7, of))
        found.push(...batch.map(({ reference }) => reference));
      const own = await db().serviceRequest.findMany({
        where: {
          AND: [{ organisation: { slug: organisation }, isPrivate: false }, visibleTo(actor)],
          organisation: { members: { some: { personId: actor.id, isManager: true } } },
        },
        select: { number: true },
      });
      expect(found.map(numberOf).toSorted()).toEqual(own.map(({ number }) => number).toSorted());
    }
    const counts = await Promise.all(
      actors.map(async actor => {
        if (actor.kind !== "person") return 0;
        const scope = ourScope(actor, organisation);
        return (await listRequests(actor, view, { list, scope })).rows.length;
      }),
    );
    // Two managers, of whom one is an agent.
    expect(counts.filter(Boolean)).toEqual([15, 15]);
  });

  it("is nothing to the suspended, who cannot act at all, whatever they took part in", async () => {
    const reference = await aRequest();
    const people = [
      await requesterOf(reference),
      await aParticipant(reference),
      await anAgent(),
      await anAdmin(),
    ];
    for (const person of people) {
      const session = await run(operator, act => openSession(act, person.id));
      expect(await actorOfSession(session)).toMatchObject({ id: person.id });
      await run(operator, act => suspendPerson(act, person.email));
      expect(await actorOfSession(session)).toBeNull();
    }
  });

  it("is the requester's, the accepted participants' and the agents', after any sequence of sharing", async () => {
    const [one, other, stranger, agent] = [
      await aCustomer(),
      await aCustomer(),
      await aCustomer(),
      await anAgent(),
    ];
    const guests = [one, other];
    const step = fc.record({
      does: fc.constantFrom<Does[]>("invite", "withdraw", "accept", "accept old", "remove", "leave"),
      who: fc.nat({ max: 1 }),
      byAgent: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async steps => {
        const reference = await aRequest();
        const requester = await requesterOf(reference);
        const sharing = new Sharings(reference);
        for (const { does, who, byAgent } of steps) {
          const guest = guests[who] ?? one;
          await sharing.play(does, guest, byAgent ? agent : requester);
          const [request] = await readStandings([reference]);
          if (!request) throw new Error("The request is gone.");
          for (const person of [requester, agent, stranger, ...guests]) {
            const expected = person === requester || person === agent || sharing.taking.has(person.id);
            const where = { AND: [{ id: request.id }, visibleTo(person)] };
            expect(await db().serviceRequest.count({ where })).toBe(expected ? 1 : 0);
            const allowed = actions.filter(action =>
              can({ actor: person, at: now(), settings }, action, request),
            );
            expect(allowed.length > 0).toBe(expected);
            expect(allowed.includes("share")).toBe(person === requester || person === agent);
            expect(allowed.includes("leave")).toBe(sharing.taking.has(person.id));
          }
        }
      }),
      { numRuns: 12 },
    );
  });

  it("does not exist for a stranger, as little as what was never there", async () => {
    const reference = await aRequestIn("in_progress");
    const stranger = await aCustomer();
    expect(await readRequestPage(stranger, reference)).toBeNull();
    for (const nonsense of [
      "LDG-999999",
      "LDG-0",
      "LDG-",
      "",
      "1",
      "LDG-1e3",
      "XYZ-1001",
      "LDG-1001-2",
      "LDG-99999999999",
    ])
      expect(await readRequestPage(stranger, nonsense)).toBeNull();
  });
});

type Does = "invite" | "withdraw" | "accept" | "accept old" | "remove" | "leave";

/** Plays what people do with a request, and knows from that alone who must be able to read it. */
class Sharings {
  readonly taking = new Set<string>();
  private readonly open = new Map<string, string>();
  private readonly used = new Map<string, string>();

  constructor(private readonly reference: string) {}

  async play(does: Does, guest: PersonActor, by: PersonActor): Promise<void> {
    const { reference, taking, open, used } = this;
    const token = open.get(guest.id);
    const old = used.get(guest.id);
    const accept = (link: string) => run(guest, act => acceptInvitation(act, { token: link }));
    if (does === "invite") {
      const invited = anInvitation(reference, guest.email, { by });
      if (taking.has(guest.id) || token) await expectRefusal(invited, "invalid");
      else open.set(guest.id, await invited);
    } else if (does === "withdraw" && token) {
      const { id: invitation } = await db().invitation.findFirstOrThrow({
        where: { tokenHash: digest(token) },
      });
      await run(by, act => withdrawInvitation(act, { reference, invitation }));
      this.use(guest);
    } else if (does === "accept" && token) {
      await accept(token);
      this.use(guest);
      taking.add(guest.id);
    } else if (does === "accept old" && old) await expectRefusal(accept(old), "invalid");
    else if (does === "remove") {
      const removed = run(by, act => removeParticipant(act, { reference, person: guest.id }));
      if (taking.delete(guest.id)) await removed;
      else await expectRefusal(removed, "conflict");
    } else if (does === "leave") {
      const left = run(guest, act => leaveRequest(act, { reference }));
      if (taking.delete(guest.id)) await left;
      else await expectRefusal(left, "not_found");
    }
  }

  private use(guest: PersonActor): void {
    this.used.set(guest.id, this.open.get(guest.id) ?? "");
    this.open.delete(guest.id);
  }
}
