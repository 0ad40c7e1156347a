import { describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import {
  archiveReply,
  changeReply,
  createReply,
  restoreReply,
  shiftReply,
} from "@/lib/canned-replies/change";
import { listReplies, readInsertable, readReply } from "@/lib/canned-replies/read";
import { removeTextIn, writeReplyIn } from "@/lib/canned-replies/texts";
import { db } from "@/lib/db";
import { readDeskSettings } from "@/lib/settings";
import { removeTeamMember, setLead } from "@/lib/teams/members";
import { archiveTeam } from "@/lib/teams/teams";
import { aReply, textOf } from "../../support/canned-replies";
import { aCustomer, anAdmin, anAgent, aRequest, run } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";
import { statementsOf } from "../../support/statements";
import { aTeam } from "../../support/teams";

type Kept = { id: string; version: number; slug: string };

const words = { name: "Changed", body: "Changed." };

/** What keeping a reply takes, each as this person would do it. */
const waysToKeep = (who: PersonActor, { id: reply, version }: Kept) => ({
  change: () => run(who, act => changeReply(act, { reply, version, ...words })),
  write: () => run(who, act => writeReplyIn(act, { reply, version, language: "de", body: "Hallo" })),
  remove: () => run(who, act => removeTextIn(act, { reply, language: "de" })),
  shift: () => run(who, act => shiftReply(act, { reply, to: "later" })),
  archive: () => run(who, act => archiveReply(act, { reply })),
  restore: () => run(who, act => restoreReply(act, { reply })),
});

const offered = async (who: PersonActor, reference: string) =>
  (
    await readInsertable(who, reference, {
      deskUrl: "https://desk.test",
      settings: await readDeskSettings(),
    })
  )?.replies.flatMap(({ name, team }) => (team ? [{ name, team }] : []));

async function aWorld() {
  const [lead, member, admin] = [await anAgent(), await anAgent(), await anAdmin()];
  const team = await aTeam({ leads: [lead], members: [member] });
  const { name } = await db().team.findUniqueOrThrow({ where: { slug: team } });
  const reply = await aReply({ by: lead, team, name: "Refund" });
  return { lead, member, admin, team, reply, teamName: name };
}

describe("a canned reply of a team", () => {
  it("is kept by its leads and by admins: found by its address, changed, moved and archived", async () => {
    const { lead, admin, team, reply } = await aWorld();
    await aReply({ by: admin, team, name: "Delay" });
    for (const keeper of [lead, admin]) {
      const { shown, teamName } = await listReplies(keeper, { team });
      expect(shown.map(({ name }) => name).toSorted()).toEqual(["Delay", "Refund"]);
      expect(teamName).toContain("Team");
      expect((await readReply(keeper, { team }, reply.slug))?.id).toBe(reply.id);
    }
    await waysToKeep(lead, reply).shift();
    expect((await listReplies(admin, { team })).shown.map(({ name }) => name)).toEqual(["Delay", "Refund"]);
    await waysToKeep(admin, reply).archive();
    await waysToKeep(lead, reply).restore();
    const { version } = await db().cannedReply.findUniqueOrThrow({ where: { id: reply.id } });
    await waysToKeep(lead, { ...reply, version }).change();
    expect(await textOf(reply.id)).toBe("Changed.");
    expect((await listReplies(lead, { team })).ledTeams.map(({ slug }) => slug)).toEqual([team]);
  });

  it("is inserted by its members in whatever request they may see, and says whose it is", async () => {
    const { lead, member, admin, reply, teamName } = await aWorld();
    const other = await anAgent();
    await aTeam({ leads: [other] });
    const reference = await aRequest();
    for (const one of [lead, member])
      expect(await offered(one, reference)).toEqual([{ name: reply.name, team: teamName }]);
    for (const one of [other, admin]) expect(await offered(one, reference)).toEqual([]);
    const statements = await statementsOf(() => offered(member, reference));
    expect(statements).toHaveLength(1);
  });

  it("is its members' to use and not to change", async () => {
    const { member, team, reply } = await aWorld();
    for (const attempt of Object.values(waysToKeep(member, reply))) {
      const refusal = await expectRefusal(attempt(), "forbidden");
      expect(refusal.code).toBe("canned.not_lead");
    }
    await expectRefusal(
      run(member, act => createReply(act, { team }, words)),
      "not_found",
    );
    await expectRefusal(listReplies(member, { team }), "not_found");
    await expectRefusal(readReply(member, { team }, reply.slug), "not_found");
  });

  it("does not exist for other teams, for customers, and for teams that are none", async () => {
    const { lead, team, reply } = await aWorld();
    const [stranger, customer] = [await anAgent(), await aCustomer()];
    await aTeam({ leads: [stranger] });
    for (const other of [stranger, customer]) {
      for (const attempt of Object.values(waysToKeep(other, reply)))
        await expectRefusal(attempt(), "not_found");
      await expectRefusal(listReplies(other, { team }), "not_found");
      await expectRefusal(
        run(other, act => createReply(act, { team }, words)),
        "not_found",
      );
    }
    await expectRefusal(listReplies(lead, { team: "no-such-team" }), "not_found");
    expect((await listReplies(lead, "person")).shown).toEqual([]);
  });

  it("is gone for whoever has left the team, or leads it no more", async () => {
    const { lead, member, admin, team, reply } = await aWorld();
    const reference = await aRequest();
    await run(admin, act => removeTeamMember(act, { slug: team, person: member.id }));
    expect(await offered(member, reference)).toEqual([]);
    await expectRefusal(waysToKeep(member, reply).change(), "not_found");
    await run(admin, act => setLead(act, { slug: team, person: lead.id, isLead: false }));
    await expectRefusal(waysToKeep(lead, reply).change(), "forbidden");
    await expectRefusal(listReplies(lead, { team }), "not_found");
    expect(await offered(lead, reference)).toHaveLength(1);
  });

  it("of an archived team is offered to nobody and kept by nobody; restored, the team has it again", async () => {
    const { lead, admin, team, reply } = await aWorld();
    const reference = await aRequest();
    await run(admin, act => archiveTeam(act, { slug: team, isArchived: true }));
    expect(await offered(lead, reference)).toEqual([]);
    for (const keeper of [lead, admin]) {
      for (const attempt of Object.values(waysToKeep(keeper, reply)))
        await expectRefusal(attempt(), "not_found");
      await expectRefusal(listReplies(keeper, { team }), "not_found");
    }
    expect((await listReplies(lead, "person")).ledTeams).toEqual([]);
    await run(admin, act => archiveTeam(act, { slug: team, isArchived: false }));
    expect(await offered(lead, reference)).toHaveLength(1);
  });

  it("has a name and a slug once within its team, whatever others are called", async () => {
    const { lead, team, reply } = await aWorld();
    const again = () => run(lead, act => createReply(act, { team }, { ...words, name: "REFUND" }));
    expect((await expectRefusal(again(), "invalid")).code).toBe("canned.name_taken");
    const [other, own, desk] = [
      await aReply({ team: await aTeam(), name: "Refund" }),
      await aReply({ by: lead, name: "Refund" }),
      await db().cannedReply.count({ where: { personId: null, teamId: null, name: "Refund" } }),
    ];
    expect([other.slug, own.slug, desk]).toEqual([reply.slug, reply.slug, 0]);
  });

  it("is a team's or a person's, and never both: the database holds that", async () => {
    const { lead, reply } = await aWorld();
    await expect(
      db().cannedReply.updateMany({ where: { id: reply.id }, data: { personId: lead.id } }),
    ).rejects.toThrow(/canned_replies_owner/);
  });
});
