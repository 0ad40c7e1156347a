import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { listNotices } from "@/lib/bell/notices";
import { db } from "@/lib/db";
import { deskSide } from "@/lib/desk/agent-view";
import { addNote } from "@/lib/desk/notes";
import { readUnsent } from "@/lib/drafts/unsent";
import { readOpened } from "@/lib/entry/request-page";
import { readNotificationSettings } from "@/lib/notifications/muted";
import { commentOnRequest } from "@/lib/requests/comments";
import { readCorrectionPage } from "@/lib/requests/correct";
import { customerSide, type RequestPage, type Side } from "@/lib/requests/customer-view";
import { editComment } from "@/lib/requests/edits";
import { partSize } from "@/lib/requests/history-part";
import { historyViewOf, viewQueries } from "@/lib/requests/history-view";
import { readReceived } from "@/lib/sharing/received";
import { correct } from "../../support/correct";
import {
  aCustomer,
  anAddress,
  anAgent,
  anInvitation,
  aParticipant,
  aRequestIn,
  run,
} from "../../support/factories";
import { rowOf } from "../../support/records";
import { statementsOf } from "../../support/statements";

let world: { customer: PersonActor; agent: PersonActor; reference: string; oldest: string };

// With everything that a page can show, and more of it than one part of the history holds.
beforeAll(async () => {
  const [customer, agent] = [await aCustomer(), await anAgent()];
  const reference = await aRequestIn("waiting_for_customer", { by: customer, agent });
  await aParticipant(reference);
  await anInvitation(reference, anAddress());
  await correct(customer, reference, { summary: "All of it burns" });
  await run(agent, act => addNote(act, { reference, body: "Between us" }));
  const { id: requestId } = await rowOf(reference);
  await run(customer, act => commentOnRequest(act, { reference, body: "Frist words" }));
  const { id: commentId } = await db().comment.findFirstOrThrow({
    where: { requestId, authorId: customer.id },
    select: { id: true },
  });
  await run(customer, act => editComment(act, { reference, commentId, body: "First words", seen: 0 }));
  await db().$executeRaw`
    insert into events (type, data, at, "requestId")
    select 'follow_up_raised', jsonb_build_object('number', number), now(), ${requestId}::uuid
    from generate_series(1, ${partSize}) as number`;
  const { id } = await db().event.findFirstOrThrow({
    where: { requestId, type: "request_moved" },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  world = { customer, agent, reference, oldest: String(id) };
  // A form is read once.
  await open(deskSide, agent, "");
});

const open = <R extends RequestPage, More>(side: Side<R, More>, reader: PersonActor, query: string) => {
  const search = Object.fromEntries(new URLSearchParams(query));
  const views = Object.fromEntries(viewQueries.map(name => [name, search[name]]));
  const place = `/requests/${world.reference}#comment`;
  const reading = { side, history: historyViewOf(views), kept: { [place]: ["body"] }, filesOf: place };
  return readOpened(reader, world.reference, reading);
};

/** Without those by which a new connection introduces itself. */
const asked = async (work: () => Promise<unknown>) =>
  (await statementsOf(work)).filter(text => !text.includes("pg_backend_pid"));

describe("besides the statement that tells who reads it", () => {
  it.each(["", "history=comments", "entry=", "before=", "after=", "edit="])(
    "a page of a request asks two, also for ?%s",
    async query => {
      const view = query.endsWith("=") ? `${query}${world.oldest}` : query;
      expect(await asked(() => open(customerSide, world.customer, view))).toHaveLength(2);
      expect(await asked(() => open(deskSide, world.agent, view))).toHaveLength(2);
    },
  );

  it("forms and what they lead to ask no more than that", async () => {
    const { customer, reference } = world;
    const form = () => readUnsent(customer, `/catalog/other-manual-request#raise`, ["summary"]);
    expect(await asked(form)).toHaveLength(1);
    expect(await asked(() => readCorrectionPage(customer, reference, "customer"))).toHaveLength(1);
    expect(await asked(() => readReceived(customer, reference))).toHaveLength(1);
  });

  it("the bell's page and the settings ask two", async () => {
    for (const reader of [world.customer, world.agent]) {
      expect(await asked(() => listNotices(reader))).toHaveLength(2);
      expect(await asked(() => readNotificationSettings(reader))).toHaveLength(2);
    }
  });
});
