import { describe, expect, it } from "vitest";
import { suspendPerson } from "@/lib/accounts/operator";
import { operator } from "@/lib/actor";
import { before, later, minutes, now } from "@/lib/clock";
import { db } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { examine } from "@/lib/doctor/promises";
import { deliver } from "@/lib/mail/deliver";
import { commentOnRequest } from "@/lib/requests/comments";
import { readRequestPage } from "@/lib/requests/customer-view";
import { listRequests } from "@/lib/search/list";
import { readView } from "@/lib/search/own-list";
import { acceptInvitation, readOffer } from "@/lib/sharing/accept";
import { leaveRequest, removeParticipant } from "@/lib/sharing/participants";
import {
  aCustomer,
  anAgent,
  anInvitation,
  aParticipant,
  aRequest,
  aRequestIn,
  moveTo,
  requesterOf,
  run,
} from "../../support/factories";
import { linesOf } from "../../support/history";
import { rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";
import { readSharing } from "../../support/sharing";

describe("accepting an invitation", () => {
  it("lets exactly the account with that address in, once, and lists the request for it", async () => {
    const reference = await aRequestIn("resolved");
    const guest = await aCustomer();
    const token = await anInvitation(reference, guest.email);
    const outcomes = await Promise.allSettled(
      [1, 2].map(() => run(guest, act => acceptInvitation(act, { token }))),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { id, isOpen, lastActivityAt } = await rowOf(reference);
    const member = await db().member.findFirst({ where: { requestId: id, personId: guest.id } });
    expect(member).toMatchObject({ role: "participant", isOpen, lastActivityAt });
    expect((await listRequests(guest, readView("show=closed"))).rows.map(row => row.reference)).toEqual([
      reference,
    ]);
    await expectRefusal(
      run(guest, act => acceptInvitation(act, { token })),
      "invalid",
    );
    expect(await readOffer(guest, token)).toEqual({ state: "joined", reference });
  });

  it("is refused to another address, to nobody known and to the suspended, and reveals nothing to them", async () => {
    const reference = await aRequest();
    const guest = await aCustomer();
    const other = await aCustomer();
    const token = await anInvitation(reference, guest.email);
    for (const times of [1, 2, 3])
      expect(await readOffer(null, token), `${times}`).toEqual({ state: "signed_out" });
    expect(await readOffer(other, token)).toEqual({ state: "not_yours" });
    await expectRefusal(
      run(other, act => acceptInvitation(act, { token })),
      "forbidden",
      /different address/,
    );
    await expectRefusal(
      run(guest, act => acceptInvitation(act, { token: "nonsense" })),
      "invalid",
    );
    expect(await readOffer(guest, "nonsense")).toEqual({ state: "gone" });
    await expectRefusal(
      run(operator, act => acceptInvitation(act, { token })),
      "forbidden",
    );
    await run(operator, act => suspendPerson(act, guest.email));
    await expectRefusal(
      run(guest, act => acceptInvitation(act, { token })),
      "forbidden",
      /suspended/,
    );
  });

  it("is over after seven days", async () => {
    const reference = await aRequest();
    const guest = await aCustomer();
    const at = new Date();
    const token = await anInvitation(reference, guest.email, { at });
    const late = later(at, 7 * 86_400_000);
    expect((await readOffer(guest, token, before(late, 1))).state).toBe("open");
    expect(await readOffer(guest, token, late)).toEqual({ state: "gone" });
    await expectRefusal(
      run(guest, act => acceptInvitation(act, { token }), late),
      "invalid",
    );
  });

  it("goes by the address that the account has now", async () => {
    const reference = await aRequest();
    const guest = await aCustomer();
    const token = await anInvitation(reference, guest.email);
    await db().person.update({ where: { id: guest.id }, data: { email: `moved-${guest.email}` } });
    await expectRefusal(
      run(guest, act => acceptInvitation(act, { token })),
      "forbidden",
    );
  });
});

describe("a participant", () => {
  it("views, comments and responds; does not kill, re-open, remove or learn who is invited", async () => {
    const reference = await aRequestIn("waiting_for_customer");
    const participant = await aParticipant(reference);
    const other = await aParticipant(reference);
    await anInvitation(reference, "secret-guest@people.test");
    const page = await readRequestPage(participant, reference);
    expect(page).toMatchObject({ view: "customer", canComment: true, canCorrect: false });
    expect(page?.moves.map(({ move }) => move)).toEqual(["respond"]);
    const sharing = await readSharing(participant, reference);
    expect(sharing).toMatchObject({ canShare: false, canRemove: false, canLeave: true });
    expect(JSON.stringify([page, sharing])).not.toContain("secret-guest");
    expect(sharing?.invited).toHaveLength(1);
    const seenBy = await readRequestPage(await requesterOf(reference), reference);
    expect(linesOf(seenBy).join()).toContain("invited secret-guest@people.test");
    const desk = await readDeskPage(await anAgent(), reference);
    expect(linesOf(desk).join()).toContain("invited secret-guest@people.test");
    await expectRefusal(moveTo(participant, reference, "kill"), "forbidden");
    const remove = { reference, person: other.id };
    await expectRefusal(
      run(participant, act => removeParticipant(act, remove)),
      "forbidden",
    );
    await run(participant, act => commentOnRequest(act, { reference, body: "The blue one." }));
    expect((await rowOf(reference)).status).toBe("waiting_for_support");
    await moveTo(await anAgent(), reference, "resolve", { resolution: "done" });
    await expectRefusal(moveTo(participant, reference, "reopen"), "forbidden");
  });

  it("who was removed finds nothing, and gets no mail that still waits", async () => {
    const reference = await aRequest();
    const requester = await requesterOf(reference);
    const participant = await aParticipant(reference);
    await run(requester, act => commentOnRequest(act, { reference, body: "News" }));
    const mail = await db().delivery.findFirstOrThrow({
      where: { personId: participant.id, kind: "comment_posted" },
    });
    const remove = { reference, person: participant.id };
    await expectRefusal(
      run(await aCustomer(), act => removeParticipant(act, remove)),
      "not_found",
    );
    await run(requester, act => removeParticipant(act, remove));
    expect(await readRequestPage(participant, reference)).toBeNull();
    expect(await readSharing(participant, reference)).toBeNull();
    expect((await listRequests(participant, readView("show=all"))).rows).toEqual([]);
    expect(await db().notice.count({ where: { personId: participant.id } })).toBe(0);
    await expectRefusal(
      run(participant, act => commentOnRequest(act, { reference, body: "Still here?" })),
      "not_found",
    );
    await deliver(mail.id);
    const { state } = await db().delivery.findUniqueOrThrow({ where: { id: mail.id } });
    expect(state).toBe("cancelled");
    await expectRefusal(
      run(requester, act => removeParticipant(act, remove)),
      "conflict",
    );
    expect(await aParticipant(reference, participant)).toBe(participant);
  });

  it("who was removed and was written to all the same is found by the doctor", async () => {
    const reference = await aRequest();
    const requester = await requesterOf(reference);
    const participant = await aParticipant(reference);
    await run(requester, act => commentOnRequest(act, { reference, body: "News" }));
    await run(requester, act => removeParticipant(act, { reference, person: participant.id }));
    const { id } = await db().delivery.findFirstOrThrow({
      where: { personId: participant.id, kind: "comment_posted" },
    });
    const sentAfter = async (ms: number) => {
      await db().delivery.update({ where: { id }, data: { state: "sent", sentAt: later(now(), ms) } });
      return (await examine()).flatMap(({ broken }) => broken);
    };
    // Whoever had it in hand at that moment may have sent it.
    expect(await sentAfter(minutes(1))).not.toContain(`mail ${id}`);
    expect(await sentAfter(minutes(10))).toContain(`mail ${id}`);
    await db().delivery.update({ where: { id }, data: { state: "dead", sentAt: null } });
  });

  it("leaves by themselves; the requester cannot leave or be removed", async () => {
    const reference = await aRequest();
    const requester = await requesterOf(reference);
    const participant = await aParticipant(reference);
    await run(participant, act => leaveRequest(act, { reference }));
    expect(await readRequestPage(participant, reference)).toBeNull();
    await expectRefusal(
      run(participant, act => leaveRequest(act, { reference })),
      "not_found",
    );
    await expectRefusal(
      run(requester, act => leaveRequest(act, { reference })),
      "forbidden",
    );
    const agent = await anAgent();
    await expectRefusal(
      run(agent, act => leaveRequest(act, { reference })),
      "forbidden",
    );
    const remove = { reference, person: requester.id };
    await expectRefusal(
      run(agent, act => removeParticipant(act, remove)),
      "conflict",
    );
  });

  it("may be an agent, who then reads it as a customer does, and after leaving as an agent", async () => {
    const reference = await aRequest();
    const agent = await anAgent();
    await aParticipant(reference, agent);
    expect(await readRequestPage(agent, reference)).toMatchObject({ view: "customer" });
    await run(agent, act => leaveRequest(act, { reference }));
    expect(await readRequestPage(agent, reference)).toMatchObject({ view: "agent" });
  });
});
