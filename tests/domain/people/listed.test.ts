import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { inviteToDesk } from "@/lib/accounts/account-invitations";
import type { PersonActor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { decodeSentList } from "@/lib/people/list-text";
import { dropList, inviteListed, keepList, readList } from "@/lib/people/listed";
import { aCustomer, anAddress, anAdmin, anAgent, run } from "../../support/factories";
import { sentAs } from "../../support/logos";
import { expectRefusal } from "../../support/refusal";
import { statementsOf } from "../../support/statements";

const choices = { role: "customer", language: "en-GB" } as const;

const keep = (admin: PersonActor, ...lines: string[]) =>
  run(admin, act => keepList(act, { list: lines.join("\n"), ...choices }));

const invited = (emails: string[]) =>
  db().accountInvitation.findMany({
    where: { email: { in: emails } },
    orderBy: { email: "asc" },
    select: { email: true, role: true, language: true, invitedById: true },
  });

describe("a list of people to invite", () => {
  it("is looked at before anybody is invited, and then invites all who can be, each as the list says", async () => {
    const admin = await anAdmin();
    const [one, two, waiting, wrong] = [anAddress(), anAddress(), anAddress(), `nobody-${randomUUID()}`];
    const { email: owner } = await aCustomer();
    await run(admin, act => inviteToDesk(act, { emails: [waiting], role: "agent", language: "en-GB" }));
    await keep(admin, "email;role;language", `${one};agent;de`, two, owner, waiting, wrong, one);
    const lines = await readList(admin, now());
    expect(lines?.map(({ problem }) => problem?.code ?? null)).toEqual([
      null,
      null,
      "account_invitation.has_account",
      "account_invitation.waiting",
      "invitation_list.no_address",
      "invitation_list.twice",
    ]);
    expect(await invited([one, two])).toEqual([]);

    expect(await run(admin, act => inviteListed(act, { expected: 2 }))).toEqual({ leftOut: 4 });
    const rows = await invited([one, two]);
    expect(rows).toHaveLength(2);
    expect(rows).toEqual(
      expect.arrayContaining([
        { email: one, role: "agent", language: "de", invitedById: admin.id },
        { email: two, role: "customer", language: "en-GB", invitedById: admin.id },
      ]),
    );
    expect(await db().delivery.count({ where: { to: { in: [one, two] }, kind: "account_invitation" } })).toBe(
      2,
    );
    expect(await db().event.count({ where: { type: "account_invitation_sent", actorId: admin.id } })).toBe(3);
    expect(await readList(admin, now())).toBeNull();
  });

  it("invites nobody where it is no longer what was looked at, is sent twice, or was discarded", async () => {
    const admin = await anAdmin();
    const [one, two] = [anAddress(), anAddress()];
    await keep(admin, one, two);
    await run(await anAdmin(), act => inviteToDesk(act, { emails: [two], role: "agent", language: "en-GB" }));
    await expectRefusal(
      run(admin, act => inviteListed(act, { expected: 2 })),
      "conflict",
    );
    expect(await invited([one])).toEqual([]);
    await run(admin, act => inviteListed(act, { expected: 1 }));
    await expectRefusal(
      run(admin, act => inviteListed(act, { expected: 1 })),
      "conflict",
    );
    await keep(admin, anAddress());
    await run(admin, dropList);
    await expectRefusal(
      run(admin, act => inviteListed(act, { expected: 1 })),
      "conflict",
    );
  });

  it("of one list sent twice at the same moment, invites everybody once", async () => {
    const admin = await anAdmin();
    const emails = [anAddress(), anAddress()];
    await keep(admin, ...emails);
    const send = () => run(admin, act => inviteListed(act, { expected: 2 }));
    const outcomes = await Promise.allSettled([send(), send()]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await db().delivery.count({ where: { to: { in: emails } } })).toBe(2);
  });

  it("is its admin’s alone, and for nobody else", async () => {
    const admin = await anAdmin();
    await keep(admin, anAddress());
    expect(await readList(await anAdmin(), now())).toBeNull();
    const file = sentAs(Buffer.from(anAddress()));
    for (const person of [await anAgent(), await aCustomer()]) {
      await expectRefusal(keep(person, anAddress()), "not_found");
      await expectRefusal(
        run(person, act => inviteListed(act, { expected: 1 })),
        "not_found",
      );
      await expectRefusal(run(person, dropList), "not_found");
      await expectRefusal((async () => readList(person, now()))(), "not_found");
      await expectRefusal(decodeSentList(person, file), "not_found");
    }
  });

  it("is refused before it is read where its size says enough, and where no file was chosen", async () => {
    const admin = await anAdmin();
    const read = () => Promise.reject(new Error("It was read."));
    await expectRefusal(decodeSentList(admin, { size: 10_000_000, read }), "invalid");
    await expectRefusal(decodeSentList(admin, null), "invalid");
  });

  it("takes two statements to look at, however long it is", async () => {
    const admin = await anAdmin();
    await keep(admin, ...Array.from({ length: 200 }, anAddress));
    expect(await statementsOf(() => readList(admin, now()))).toHaveLength(2);
  });

  it("of two hundred is invited in one act", async () => {
    const admin = await anAdmin();
    await keep(admin, ...Array.from({ length: 200 }, anAddress));
    expect(await run(admin, act => inviteListed(act, { expected: 200 }))).toEqual({ leftOut: 0 });
  });
});
