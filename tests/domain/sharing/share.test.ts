import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readForm } from "@/lib/catalog/queries";
import { before, later } from "@/lib/clock";
import { db } from "@/lib/db";
import { addressesInput } from "@/lib/entry/addresses";
import { deliver } from "@/lib/mail/deliver";
import { sayIssue } from "@/lib/messages/said";
import { translatorOf } from "@/lib/messages/translate";
import { readRequestPage } from "@/lib/requests/customer-view";
import { maxOnRequest } from "@/lib/requests/input";
import { acceptInvitation, readOffer } from "@/lib/sharing/accept";
import { countInvitations, maxInADay } from "@/lib/sharing/invite";
import { raiseAndShare, sendInvitationAgain, shareRequest, withdrawInvitation } from "@/lib/sharing/share";
import {
  aCustomer,
  anAddress,
  anAgent,
  anInvitation,
  aParticipant,
  aRequest,
  aRequestIn,
  requesterOf,
  run,
} from "../../support/factories";
import { linesOf } from "../../support/history";
import { deliveriesOf, eventsOf, mailsOf, rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";
import { readSharing } from "../../support/sharing";

const invitationsOf = async (reference: string) =>
  db().invitation.findMany({
    where: { requestId: (await rowOf(reference)).id },
    orderBy: { createdAt: "asc" },
  });
const problemsIn = (text: string) =>
  addressesInput
    .safeParse(text)
    .error?.issues.map(issue => sayIssue(translatorOf("en"), issue))
    .join(" ") ?? "";

describe("sharing a request", () => {
  it("invites known and unknown addresses alike, and shows nothing before they accept", async () => {
    const reference = await aRequest({ summary: "Wages of the board" });
    const requester = await requesterOf(reference);
    const known = await aCustomer();
    const unknown = anAddress();
    await run(requester, act => shareRequest(act, { reference, shareWith: [known.email, unknown] }));
    expect(await readRequestPage(known, reference)).toBeNull();
    const mails = (await mailsOf(reference)).filter(({ kind }) => kind === "shared_with_you");
    expect(mails.map(({ to }) => to).sort()).toEqual([known.email, unknown].sort());
    expect(new Set(mails.map(({ subject }) => subject)).size).toBe(1);
    const bare = mails.map(({ text }) => text.replace(/invitations\/\S+/, ""));
    expect(new Set(bare).size).toBe(1);
    for (const { subject, text } of mails) {
      expect(subject + text).not.toMatch(/Wages|It burns/);
      expect(text).not.toContain(requester.name);
      expect(text).toContain(requester.email);
      expect(text).toContain(reference);
    }
    const rows = await db().delivery.findMany({
      where: { kind: "shared_with_you", to: { in: [known.email, unknown] } },
    });
    expect(rows.map(({ isSecret, personId }) => ({ isSecret, personId }))).toEqual(
      Array(2).fill({ isSecret: true, personId: null }),
    );
    expect(await db().notice.count({ where: { personId: known.id } })).toBe(0);
    const shown = (await readSharing(requester, reference))?.invited.map(
      ({ id: _, email: __, ...rest }) => rest,
    );
    expect(shown?.[0]).toEqual(shown?.[1]);
    const stored = await invitationsOf(reference);
    expect(JSON.stringify(await eventsOf(reference))).not.toContain(stored[0]?.tokenHash);
  });

  it("is for the requester and agents, at any status; not for participants, and strangers find nothing", async () => {
    const reference = await aRequestIn("closed");
    const participant = await aParticipant(reference);
    const share = (shareWith: string[]) => (act: Parameters<typeof shareRequest>[0]) =>
      shareRequest(act, { reference, shareWith });
    await run(await anAgent(), share([anAddress()]));
    await expectRefusal(run(participant, share([anAddress()])), "forbidden", /who raised/);
    await expectRefusal(run(await aCustomer(), share([anAddress()])), "not_found");
    const [waiting] = (await invitationsOf(reference)).filter(({ acceptedAt }) => !acceptedAt);
    const input = { reference, invitation: waiting?.id ?? "" };
    for (const command of [sendInvitationAgain, withdrawInvitation]) {
      await expectRefusal(
        run(participant, act => command(act, input)),
        "forbidden",
      );
      await expectRefusal(
        run(await aCustomer(), act => command(act, input)),
        "not_found",
      );
    }
  });

  it("tells every problem at once and names each address, without telling who has an account", async () => {
    const reference = await aRequest();
    const requester = await requesterOf(reference);
    const participant = await aParticipant(reference);
    const invited = anAddress();
    await anInvitation(reference, invited);
    const agent = await anAgent();
    const shareWith = [requester.email, participant.email, invited, agent.email];
    const refusal = await expectRefusal(
      run(requester, act => shareRequest(act, { reference, shareWith })),
      "invalid",
      "Nobody has been invited yet.",
    );
    const told = refusal.fields.shareWith?.join(" ") ?? "";
    expect(told).toContain(`${requester.email} is your own address`);
    expect(told).toContain(`${participant.email} is already on this request`);
    expect(told).toContain(`${invited} is invited already`);
    expect(told).not.toContain(agent.email);
    expect(await invitationsOf(reference)).toHaveLength(2);
    const byAgent = run(agent, act => shareRequest(act, { reference, shareWith: [requester.email] }));
    expect((await expectRefusal(byAgent, "invalid")).fields.shareWith?.[0]).toContain("raised this request");
  });

  it("does not tell under which other address a participant is here by now", async () => {
    const reference = await aRequest();
    const participant = await aParticipant(reference);
    const other = anAddress();
    await db().person.update({ where: { id: participant.id }, data: { email: other } });
    await anInvitation(reference, other);
    expect((await invitationsOf(reference)).at(-1)?.email).toBe(other);
  });

  it("reads addresses apart by commas, spaces and lines, each once, and names every bad one", () => {
    expect(
      addressesInput.parse(" Ada@Acme.example, bo@acme.example;\nada@acme.example <cy@acme.example>"),
    ).toEqual(["ada@acme.example", "bo@acme.example", "cy@acme.example"]);
    expect(problemsIn("ada@acme.example, bo@, nonsense")).toMatch(/“bo@” is not.*“nonsense” is not/);
    expect(problemsIn(Array.from({ length: 11 }, (_, at) => `a${at}@b.example`).join(" "))).toMatch(
      /at most 10/,
    );
    expect(problemsIn(" ,; ")).toMatch(/at least one/);
  });

  it("is limited for each person and day, and for each request", async () => {
    const sharer = await aCustomer();
    await countInvitations(sharer, maxInADay());
    await expectRefusal(countInvitations(sharer, 1), "too_many", /200 people a day/);
    await countInvitations(await aCustomer(), 1);
    const reference = await aRequest({ by: sharer });
    const { id: requestId } = await rowOf(reference);
    await db().invitation.createMany({
      data: Array.from({ length: maxOnRequest - 1 }, () => ({
        requestId,
        email: anAddress(),
        invitedById: sharer.id,
        tokenHash: randomUUID(),
        createdAt: new Date(),
        expiresAt: later(new Date(), 1_000_000),
      })),
    });
    await expectRefusal(
      run(sharer, act => shareRequest(act, { reference, shareWith: [anAddress()] })),
      "invalid",
    );
  });

  it("happens while raising together with the request or not at all, and never twice", async () => {
    const customer = await aCustomer();
    const form = await readForm("other-manual-request");
    const shareWith = [anAddress(), anAddress()];
    const input = {
      formVersionId: form?.formVersionId ?? "",
      submissionKey: randomUUID(),
      summary: "The lamp flickers",
      answers: { details: "Since Monday." },
    };
    const own = { ...input, shareWith: [customer.email] };
    await expectRefusal(
      run(customer, act => raiseAndShare(act, own)),
      "invalid",
    );
    expect(await db().serviceRequest.count({ where: { requesterId: customer.id } })).toBe(0);
    const sent = await Promise.all(
      [1, 2, 3].map(() => run(customer, act => raiseAndShare(act, { ...input, shareWith }))),
    );
    const [reference = "", ...others] = new Set(sent.map(raised => raised.reference));
    expect(others).toEqual([]);
    expect(await invitationsOf(reference)).toHaveLength(2);
    expect((await deliveriesOf(reference)).filter(({ kind }) => kind === "shared_with_you")).toHaveLength(2);
    await expectRefusal(
      run(customer, act => raiseAndShare(act, { ...input, shareWith: [anAddress()] })),
      "conflict",
      /already sent/,
    );
  });
});

describe("an invitation", () => {
  it("sent again gets a new link and seven more days; the old link and the old mail are worthless", async () => {
    const reference = await aRequest();
    const requester = await requesterOf(reference);
    const guest = await aCustomer();
    const start = new Date();
    const old = await anInvitation(reference, guest.email, { at: start });
    const [before] = await invitationsOf(reference);
    let token = "";
    await run(
      requester,
      async act => {
        await sendInvitationAgain(act, { reference, invitation: before?.id ?? "" });
        token = act.recorded[0]?.secrets.token ?? "";
      },
      later(start, 60_000),
    );
    const [after, ...others] = await invitationsOf(reference);
    expect(others).toEqual([]);
    expect(linesOf(await readRequestPage(requester, reference)).slice(-2)).toEqual([
      `You invited ${guest.email}`,
      `You invited ${guest.email} once more`,
    ]);
    expect(after?.expiresAt.getTime()).toBe(start.getTime() + 60_000 + 7 * 86_400_000);
    expect(await readOffer(guest, old)).toEqual({ state: "gone" });
    await expectRefusal(
      run(guest, act => acceptInvitation(act, { token: old })),
      "invalid",
    );
    const [first, second] = await db().delivery.findMany({
      where: { kind: "shared_with_you", to: guest.email },
      orderBy: { eventId: "asc" },
    });
    for (const mail of [first, second]) await deliver(mail?.id ?? "", later(start, 120_000));
    const states = await db().delivery.findMany({
      where: { kind: "shared_with_you", to: guest.email },
      orderBy: { eventId: "asc" },
      select: { state: true },
    });
    expect(states).toEqual([{ state: "cancelled" }, { state: "sent" }]);
    expect(await run(guest, act => acceptInvitation(act, { token }))).toBe(reference);
  });

  it("withdrawn opens nothing, and its mail is not sent any more", async () => {
    const reference = await aRequest();
    const requester = await requesterOf(reference);
    const guest = await aCustomer();
    const token = await anInvitation(reference, guest.email);
    const [{ id: invitation = "" } = {}] = await invitationsOf(reference);
    await run(requester, act => withdrawInvitation(act, { reference, invitation }));
    const mail = await db().delivery.findFirstOrThrow({
      where: { kind: "shared_with_you", to: guest.email },
    });
    await deliver(mail.id);
    expect(await db().delivery.findUnique({ where: { id: mail.id }, select: { state: true } })).toEqual({
      state: "cancelled",
    });
    expect(await readOffer(guest, token)).toEqual({ state: "gone" });
    await expectRefusal(
      run(guest, act => acceptInvitation(act, { token })),
      "invalid",
      /no longer valid/,
    );
    for (const command of [withdrawInvitation, sendInvitationAgain])
      await expectRefusal(
        run(requester, act => command(act, { reference, invitation })),
        "conflict",
      );
    await anInvitation(reference, guest.email);
  });

  it("of another request is not touched through this one", async () => {
    const [one, other] = await Promise.all([aRequest(), aRequest()]);
    await anInvitation(other, anAddress());
    const [{ id: invitation = "" } = {}] = await invitationsOf(other);
    const act = run(await requesterOf(one), act => withdrawInvitation(act, { reference: one, invitation }));
    await expectRefusal(act, "conflict");
  });

  it("that has expired can be sent to the same address again, and is still one", async () => {
    const reference = await aRequest();
    const email = anAddress();
    await anInvitation(reference, email, { at: before(new Date(), 8 * 86_400_000) });
    await anInvitation(reference, email);
    expect(await invitationsOf(reference)).toHaveLength(1);
  });
});
