import { describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { countUnread, listNotices } from "@/lib/bell/notices";
import { later, minutes } from "@/lib/clock";
import { db } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { addNote } from "@/lib/desk/notes";
import { gather } from "@/lib/mail/gather";
import { readMutePage } from "@/lib/notifications/mute-page";
import { choosePace } from "@/lib/notifications/pace";
import { removeMember } from "@/lib/organisations/members";
import { muteToken, readLinkKey } from "@/lib/rendering/mute-link";
import { commentOnRequest } from "@/lib/requests/comments";
import { readRequestPage } from "@/lib/requests/customer-view";
import { followRequest } from "@/lib/requests/following";
import { muteByLink, muteRequest } from "@/lib/requests/mute";
import { setPrivacy } from "@/lib/requests/privacy";
import { leaveRequest } from "@/lib/sharing/participants";
import { aCustomer, anAdmin, anAgent, aParticipant, aRequest, moveTo, run } from "../../support/factories";
import { anOrganisation, makeManager } from "../../support/organisations";
import { eventsOf, rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";
import { sentMails } from "../../support/sent-mails";

const follow = (who: PersonActor, reference: string, follows = true) =>
  run(who, act => muteRequest(act, { reference, muted: !follows }));
const say = (who: PersonActor, reference: string, body = "News", at?: Date) =>
  run(who, act => commentOnRequest(act, { reference, body, afterResolved: "keep" }), at);
const mailsTo = ({ email }: PersonActor) => sentMails({ to: email });
const statesTo = async (who: PersonActor) =>
  (await mailsTo(who)).map(({ kind, state }) => `${kind} ${state}`);
const followersOf = async (reference: string) =>
  db().follower.count({ where: { requestId: (await rowOf(reference)).id } });

async function aWorld() {
  const [member, manager, agent] = [await aCustomer(), await aCustomer(), await anAgent()];
  const slug = await anOrganisation({ members: [member], managers: [manager] });
  return { member, manager, agent, slug, reference: await aRequest({ by: member }) };
}

describe("a manager who follows a request of their organisation", () => {
  it("hears of comments and changes of status by mail and bell, never of their own acts, and not before", async () => {
    const { manager, agent, reference } = await aWorld();
    await say(agent, reference, "Before");
    expect(await statesTo(manager)).toEqual([]);
    expect((await readRequestPage(manager, reference))?.managerFollows).toBe(false);
    await follow(manager, reference);
    await follow(manager, reference);
    expect((await readRequestPage(manager, reference))?.managerFollows).toBe(true);
    await say(agent, reference, "After");
    await say(manager, reference, "Mine");
    await run(agent, act => addNote(act, { reference, body: "canary-note" }));
    await moveTo(agent, reference, "resolve", { resolution: "done" });
    const mails = await mailsTo(manager);
    expect(mails.map(({ kind, state }) => [kind, state])).toEqual([
      ["comment_posted", "sent"],
      ["resolved", "sent"],
    ]);
    for (const { text, headers } of mails) {
      expect(text.replace(/\s+/g, " ")).toContain("You get this because you follow this request.");
      expect(text).toContain("Stop following this request");
      expect(text).not.toContain("canary-note");
      expect(headers).toHaveProperty("List-Unsubscribe");
    }
    expect((await listNotices(manager)).rows).toHaveLength(2);
    const types = (await eventsOf(reference)).map(({ type }) => type);
    expect(types.filter(type => type === "request_followed")).toHaveLength(1);
  });

  it("stops at once by the same switch, for mails that wait already too", async () => {
    const { manager, agent, reference } = await aWorld();
    await follow(manager, reference);
    await say(agent, reference);
    await follow(manager, reference, false);
    await say(agent, reference);
    expect(await statesTo(manager)).toEqual(["comment_posted cancelled"]);
    expect(await followersOf(reference)).toBe(0);
  });

  it("hears no more as soon as they manage no longer, have left, or the request is private", async () => {
    const ends = {
      unmade: ({ slug, manager }: { slug: string; manager: PersonActor }) =>
        makeManager(slug, manager, false),
      left: async ({ slug, manager }: { slug: string; manager: PersonActor }) =>
        run(await anAdmin(), act => removeMember(act, { slug, person: manager.id })),
      hidden: ({ reference, member }: { reference: string; member: PersonActor }) =>
        run(member, act => setPrivacy(act, { reference, isPrivate: true })),
    };
    for (const [name, end] of Object.entries(ends)) {
      const world = await aWorld();
      const { manager, agent, reference } = world;
      await follow(manager, reference);
      await say(agent, reference, "Waits");
      await end({ ...world, slug: world.slug });
      await say(agent, reference, "After");
      expect(await statesTo(manager), name).toEqual(["comment_posted cancelled"]);
      expect((await listNotices(manager)).rows, name).toEqual([]);
      expect(await countUnread(manager), name).toBe(0);
      await expectRefusal(follow(manager, reference), "not_found");
    }
  });

  it("is told of several things in one mail if they want that, and of none after it became private", async () => {
    const { member, manager, agent, reference } = await aWorld();
    await run(manager, act => choosePace(act, { pace: "gathered" }));
    await follow(manager, reference);
    const about = { personId: manager.id, requestId: (await rowOf(reference)).id };
    for (const words of ["One thing", "Another thing"]) await say(agent, reference, words);
    await gather(about, later(new Date(), minutes(11)));
    const [mail] = await mailsTo(manager);
    expect(mail?.text).toContain("Another thing");
    expect(mail?.text.replace(/\s+/g, " ")).toContain("because you follow this request, and have chosen");
    await say(agent, reference, "Later");
    await run(member, act => setPrivacy(act, { reference, isPrivate: true }));
    await gather(about, later(new Date(), minutes(22)));
    expect((await mailsTo(manager)).filter(({ state }) => state === "sent")).toHaveLength(1);
  });

  it("hears once as a participant, whose mute counts, and follows on after they have left", async () => {
    const { manager, agent, reference } = await aWorld();
    await follow(manager, reference);
    await aParticipant(reference, manager);
    await say(agent, reference);
    const comments = async () => (await mailsTo(manager)).filter(({ kind }) => kind === "comment_posted");
    expect(await comments()).toHaveLength(1);
    await run(manager, act => muteRequest(act, { reference, muted: true }));
    await say(agent, reference);
    expect(await comments()).toHaveLength(1);
    await run(manager, act => leaveRequest(act, { reference }));
    await say(agent, reference);
    expect(await comments()).toHaveLength(2);
  });

  it("is nobody whom agents are told of, and hears nothing as agents do", async () => {
    const { manager, agent, reference } = await aWorld();
    await follow(manager, reference);
    expect(await readDeskPage(agent, reference)).toMatchObject({ followers: [], isFollowing: false });
  });
});

describe("following", () => {
  it("is for managers of the request's organisation, and no other customer", async () => {
    const { member, manager, slug, reference } = await aWorld();
    const [stranger, participant] = [await aCustomer(), await aParticipant(reference)];
    await anOrganisation({ managers: [stranger] });
    await run(manager, act => followRequest(act, { reference, follows: true }));
    for (const other of [member, participant])
      await expectRefusal(
        run(other, act => followRequest(act, { reference, follows: true })),
        "forbidden",
      );
    await expectRefusal(follow(stranger, reference), "not_found");
    const colleague = await aCustomer();
    await makeManager(slug, member);
    expect((await readRequestPage(member, reference))?.managerFollows).toBeNull();
    await expectRefusal(follow(colleague, reference), "not_found");
  });

  it("of a private request is refused as if there was none", async () => {
    const { member, manager } = await aWorld();
    const reference = await aRequest({ by: member, isPrivate: true });
    await expectRefusal(follow(manager, reference), "not_found");
  });

  it("ends and begins again by the link in a mail, as long as they manage it", async () => {
    const { slug, manager, reference } = await aWorld();
    await follow(manager, reference);
    const link = { requestId: (await rowOf(reference)).id, personId: manager.id };
    const page = async () => readMutePage(muteToken(await readLinkKey(), "page", link));
    expect(await page()).toMatchObject({ isMember: false, isManager: true, isMuted: false });
    expect(await run(manager, act => muteByLink(act, link, true))).toBe(false);
    expect(await page()).toMatchObject({ isManager: true, isMuted: true });
    await run(manager, act => muteByLink(act, link, false));
    expect(await followersOf(reference)).toBe(1);
    await makeManager(slug, manager, false);
    expect(await page()).toMatchObject({ isMember: false, isManager: false });
    await expectRefusal(
      run(manager, act => muteByLink(act, link, false)),
      "not_found",
    );
  });

  it("by a link gives no agent a request onto their desk", async () => {
    const { member, reference } = await aWorld();
    const agent = await anAgent();
    await anOrganisation({ members: [member], managers: [agent] });
    const link = { requestId: (await rowOf(reference)).id, personId: agent.id };
    await expectRefusal(
      run(agent, act => muteByLink(act, link, false)),
      "not_found",
    );
    expect(await followersOf(reference)).toBe(0);
  });
});
