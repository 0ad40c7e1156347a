import { beforeAll, describe, expect, it } from "vitest";
import { changeProfile } from "@/lib/accounts/profile";
import type { PersonActor } from "@/lib/actor";
import { db, Prisma } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { assignRequest, claimRequest } from "@/lib/desk/assignment";
import { addNote } from "@/lib/desk/notes";
import { commentOnRequest } from "@/lib/requests/comments";
import { customerSide, readRequestPage } from "@/lib/requests/customer-view";
import { editComment } from "@/lib/requests/edits";
import { wholeHistory } from "@/lib/requests/history-view";
import { muteRequest } from "@/lib/requests/mute";
import { numberOf } from "@/lib/requests/reference";
import { readStamp, stampSql } from "@/lib/requests/stamp";
import { readDeskSettings } from "@/lib/settings";
import { leaveRequest, removeParticipant } from "@/lib/sharing/participants";
import { sendInvitationAgain, withdrawInvitation } from "@/lib/sharing/share";
import { correct } from "../../support/correct";
import { askForAddress, confirmAddress, password } from "../../support/email-change";
import {
  aCustomer,
  anAddress,
  anAgent,
  anInvitation,
  aParticipant,
  aRequest,
  moveTo,
  run,
} from "../../support/factories";
import { anUnsentFile } from "../../support/files";
import { readSharing } from "../../support/sharing";

type World = {
  reference: string;
  requester: PersonActor;
  participant: PersonActor;
  assignee: PersonActor;
  colleague: PersonActor;
  commentId: string;
  invitation: string;
};

async function aWorld(): Promise<World> {
  const [requester, assignee, colleague] = [await aCustomer({ password }), await anAgent(), await anAgent()];
  const reference = await aRequest({ by: requester });
  const participant = await aParticipant(reference);
  await run(assignee, act => claimRequest(act, { reference }));
  await run(participant, act => commentOnRequest(act, { reference, body: "Frist words" }));
  await anInvitation(reference, anAddress());
  const on = { request: { number: numberOf(reference) ?? 0 } };
  const comment = await db().comment.findFirstOrThrow({ where: on, select: { id: true } });
  const invited = await db().invitation.findFirstOrThrow({
    where: { ...on, acceptedAt: null },
    select: { id: true },
  });
  return {
    reference,
    requester,
    participant,
    assignee,
    colleague,
    commentId: comment.id,
    invitation: invited.id,
  };
}

/** All that the page of this reader shows but what only counts while one writes. */
async function pageOf(actor: PersonActor, reference: string): Promise<string> {
  const page =
    actor.role === "customer"
      ? await readRequestPage(actor, reference)
      : await readDeskPage(actor, reference);
  const { latest: _, ...shown } = page ?? { latest: "" };
  return JSON.stringify([shown, await readSharing(actor, reference)]);
}

const changes: Record<string, (world: World) => Promise<unknown>> = {
  "a comment": ({ requester, reference }) =>
    run(requester, act => commentOnRequest(act, { reference, body: "And another thing" })),
  "a comment that is a file": async ({ requester, reference }) => {
    const { id } = await anUnsentFile(requester, { place: `/requests/${reference}#comment` });
    await run(requester, act => commentOnRequest(act, { reference, files: [id] }));
  },
  "an edited comment": ({ participant, reference, commentId }) =>
    run(participant, act => editComment(act, { reference, commentId, body: "First words", seen: 0 })),
  "an internal note": ({ assignee, reference }) =>
    run(assignee, act => addNote(act, { reference, body: "Between us" })),
  "a move": ({ assignee, reference }) => moveTo(assignee, reference, "start"),
  "a question": ({ assignee, reference }) => moveTo(assignee, reference, "ask", { body: "Which one?" }),
  "a correction": ({ requester, reference }) => correct(requester, reference, { summary: "All of it burns" }),
  "an assignment": ({ assignee, colleague, reference }) =>
    run(assignee, act => assignRequest(act, { reference, from: assignee.id, to: colleague.id })),
  "an assignment to nobody": ({ assignee, colleague, reference }) =>
    run(assignee, act => assignRequest(act, { reference, from: colleague.id, to: null })),
  "an invitation": ({ reference }) => anInvitation(reference, anAddress()),
  "an invitation sent again": ({ requester, reference, invitation }) =>
    run(requester, act => sendInvitationAgain(act, { reference, invitation })),
  "an invitation withdrawn": ({ requester, reference, invitation }) =>
    run(requester, act => withdrawInvitation(act, { reference, invitation })),
  "somebody who joins": ({ reference }) => aParticipant(reference),
  "somebody who leaves": async ({ reference }) => {
    const leaving = await aParticipant(reference);
    await run(leaving, act => leaveRequest(act, { reference }));
  },
  "somebody who is removed": async ({ requester, reference }) => {
    const removed = await aParticipant(reference);
    await run(requester, act => removeParticipant(act, { reference, person: removed.id }));
  },
  "a muted request": ({ participant, reference }) =>
    run(participant, act => muteRequest(act, { reference, muted: true })),
  "a new name": ({ participant }) =>
    run(participant, act => changeProfile(act, { name: "Ada King", timeZone: "UTC", language: "en-GB" })),
  "a new address": async ({ requester }) => confirmAddress(requester, (await askForAddress(requester)).token),
};

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

describe("the stamp of a request", () => {
  it("is never newer than the page that it comes with: what happens meanwhile is shown, and draws it again", async () => {
    const { requester, participant, reference } = world;
    const beside = Prisma.sql`, ${stampSql(requester, await readDeskSettings())} as stamp`;
    const request = await customerSide.find<{ stamp: string }>(requester, reference, beside);
    if (!request) throw new Error("The request is gone.");
    await run(participant, act => commentOnRequest(act, { reference, body: "Just now" }));
    const { timeline } = await customerSide.read(request, wholeHistory);
    expect(timeline.at(-1)).toMatchObject({ body: "Just now" });
    expect(request.stamp).not.toBe((await readStamp(requester, request.number)).stamp);
  });

  it("changes once something is announced, when its time has come, and when it is over", async () => {
    const { requester, reference } = world;
    const settings = await readDeskSettings();
    const stampWith = async (announced: Partial<typeof settings>) => {
      const [row] = await db().$queryRaw<{ stamp: string }[]>`
        select ${stampSql(requester, { ...settings, ...announced })} as stamp
        from requests request where number = ${numberOf(reference)}`;
      return row?.stamp;
    };
    const [nothing, announcement] = [await stampWith({}), "The desk moves."];
    const now = await stampWith({ announcement });
    expect(now).not.toBe(nothing);
    expect(await stampWith({ announcement: "It has moved." })).not.toBe(now);
    expect(await stampWith({ announcement, announcementFrom: "2100-01-01T00:00:00.000Z" })).toBe(nothing);
    expect(await stampWith({ announcement, announcementUntil: "2020-01-01T00:00:00.000Z" })).toBe(nothing);
  });

  it.each(Object.keys(changes))(
    "changes with %s for those whose page it changes, and nobody else",
    async name => {
      const readers = [world.requester, world.participant, world.assignee, world.colleague];
      const look = () =>
        Promise.all(
          readers.map(async reader => ({
            stamp: (await readStamp(reader, numberOf(world.reference) ?? 0)).stamp,
            page: await pageOf(reader, world.reference),
          })),
        );
      const before = await look();
      await changes[name]?.(world);
      const after = await look();
      const differs = (what: "stamp" | "page") => after.map((one, at) => one[what] !== before[at]?.[what]);
      expect(differs("page")).toContain(true);
      expect(differs("stamp")).toEqual(differs("page"));
    },
  );
});
