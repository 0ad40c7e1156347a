import { expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { translatorOf } from "@/lib/messages/translate";
import { writeMyData } from "@/lib/my-data/write";
import { commentOnRequest } from "@/lib/requests/comments";
import { readRequestPage } from "@/lib/requests/customer-view";
import { partLength } from "@/lib/requests/history-part";
import { type HistoryView, historyViewOf, wholeHistory } from "@/lib/requests/history-view";
import { aCustomer, aRequest, run } from "../../support/factories";
import { rowOf } from "../../support/records";

const long = (mark: string) => mark.repeat(20_000);

async function readPart(actor: PersonActor, reference: string, view: HistoryView = wholeHistory) {
  const page = await readRequestPage(actor, reference, view);
  const comments = page?.timeline.flatMap(entry => (entry.kind === "comment" ? [entry] : [])) ?? [];
  return { comments, marks: comments.map(({ body }) => body[0]).join(""), history: page?.history };
}

it("a history of very long comments comes in short parts that leave nothing out", async () => {
  const customer = await aCustomer();
  const reference = await aRequest({ by: customer });
  for (const mark of "abcdefghijkl")
    await run(customer, act => commentOnRequest(act, { reference, body: long(mark) }));
  const latest = await readPart(customer, reference);
  expect(latest.comments.length * 20_000).toBeLessThanOrEqual(partLength);
  expect(latest.history?.later).toBeNull();
  const parts = [latest];
  for (let part = latest; part.history?.earlier; parts.unshift(part))
    part = await readPart(customer, reference, historyViewOf({ before: part.history.earlier }));
  expect(parts.map(({ marks }) => marks).join("")).toBe("abcdefghijkl");
  const [first] = parts;
  const next = await readPart(customer, reference, historyViewOf({ after: first?.history?.later ?? "" }));
  expect(`${first?.marks}${next.marks}`).toBe("abcdefghijkl".slice(0, `${first?.marks}${next.marks}`.length));
});

it("earlier texts that are too long for a page are announced, and come first on the comment's own page", async () => {
  const customer = await aCustomer();
  const reference = await aRequest({ by: customer });
  const { id: requestId } = await rowOf(reference);
  for (const mark of "xy") {
    await run(customer, act => commentOnRequest(act, { reference, body: `${mark}, last edited` }));
    const { id } = await db().comment.findFirstOrThrow({
      where: { requestId },
      orderBy: { id: "desc" },
      select: { id: true },
    });
    for (const round of "1234")
      await db().earlierWords.create({
        data: { commentId: id, body: long(`${mark}${round}`).slice(0, 20_000), writtenAt: new Date() },
      });
    await db().comment.update({ where: { id }, data: { editedAt: new Date() } });
  }
  const shown = ({ comments }: Awaited<ReturnType<typeof readPart>>) =>
    comments.map(({ edited }) => ({
      texts: edited?.earlier.map(({ body }) => body.slice(0, 2)),
      isCut: edited?.isCut ?? false,
    }));
  // The latest text of each, then what there is still room for.
  expect(shown(await readPart(customer, reference))).toEqual([
    { texts: ["x4"], isCut: true },
    { texts: ["y4", "y3"], isCut: true },
  ]);
  const [first] = (await readPart(customer, reference)).comments;
  expect(shown(await readPart(customer, reference, historyViewOf({ entry: first?.id })))[0]).toEqual({
    texts: ["x4", "x3", "x2"],
    isCut: true,
  });

  let data = "";
  for await (const piece of writeMyData(customer, translatorOf("en"))) data += piece;
  const [request] = JSON.parse(data).requests;
  const edited = request.history.flatMap((line: { edited?: { earlier: object[] } }) => line.edited ?? []);
  expect(edited.map(({ earlier }: { earlier: object[] }) => earlier.length)).toEqual([4, 4]);
});

it("what came before a row that another release wrote can still be reached", async () => {
  const customer = await aCustomer();
  const reference = await aRequest({ by: customer });
  const { id } = await rowOf(reference);
  await run(customer, act => commentOnRequest(act, { reference, body: "a, the first" }));
  await db().$executeRaw`
    insert into events (type, data, at, "requestId")
    select 'follow_up_raised', case number when 50 then '{}' else jsonb_build_object('number', number) end, now(), ${id}::uuid
    from generate_series(1, 101) as number`;
  const latest = await readPart(customer, reference);
  expect(latest.marks).toBe("");
  const earlier = await readPart(
    customer,
    reference,
    historyViewOf({ before: latest.history?.earlier ?? "" }),
  );
  expect(earlier.marks).toBe("a");
});
