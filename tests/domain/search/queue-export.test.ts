import { describe, expect, it } from "vitest";
import { handOverRequest } from "@/lib/desk/handover";
import { setPriority } from "@/lib/desk/priority";
import { tagRequest } from "@/lib/desk/tagging";
import { translatorOf } from "@/lib/messages/translate";
import { deskList } from "@/lib/search/desk-list";
import { exportQueue } from "@/lib/search/export";
import { readListQuery } from "@/lib/search/view";
import { aCustomer, anAgent, aRequest, run } from "../../support/factories";
import { rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";
import { aTag } from "../../support/tags";
import { aTeam } from "../../support/teams";

const t = translatorOf("en");

const read = async (query: string, who = anAgent()) => {
  const stream = await exportQueue(t, await who, readListQuery(deskList, query), 1);
  return (await new Response(stream).text()).trim().split("\r\n");
};

describe("the export of the queue", () => {
  it("holds what the list shows in its order, with priorities and tags in words, for agents alone", async () => {
    const [agent, customer] = [await anAgent(), await aCustomer({ name: "Ines Ledger" })];
    const references = [await aRequest({ by: customer }), await aRequest({ by: customer })];
    const [low = "", urgent = ""] = references;
    await run(agent, act => setPriority(act, { reference: low, to: "low" }));
    await run(agent, act => setPriority(act, { reference: urgent, to: "urgent" }));
    const names = ["=SUM(1)", "Refund to Ledger"];
    for (const name of names) {
      const tag = await aTag({ name });
      await run(agent, act => tagRequest(act, { reference: urgent, tag }));
    }
    const team = await aTeam({ name: "Ledger desk" });
    await run(agent, act => handOverRequest(act, { reference: low, from: null, to: team }));
    const query = "customer=ledger&sort=priority.asc&columns=reference,requester,priority,tags,assignee,team";
    const [heading, ...rows] = await read(query);
    expect(heading).toBe('"Reference","Summary","Raised by","Priority","Tags","Assigned","Team"');
    expect(rows.map(row => row.split(",")[0])).toEqual([`"${urgent}"`, `"${low}"`]);
    expect(rows[0]).toContain(`"Ines Ledger","Urgent","'=SUM(1), Refund to Ledger","",""`);
    expect(rows[1]).toContain('"Ines Ledger","Low","","","Ledger desk"');
    expect((await read("customer=ledger&priority=low")).length).toBe(2);
    await expectRefusal(read("", aCustomer()), "not_found");
  });

  it("says its headings and all words of its own in the reader's language", async () => {
    const [agent, customer] = [await anAgent(), await aCustomer({ name: "Ines Sledger" })];
    const reference = await aRequest({ by: customer });
    await run(agent, act => setPriority(act, { reference, to: "urgent" }));
    const view = readListQuery(deskList, `customer=sledger&columns=${deskList.columns.join(",")}`);
    const stream = await exportQueue(translatorOf("en-XA"), agent, view, 1);
    const [heading = "", row = ""] = (await new Response(stream).text()).trim().split("\r\n");
    expect(heading.match(/"[^"]*"/g)).toEqual(deskList.columns.map(() => expect.stringMatching(/^"⟦.*⟧"$/)));
    const { summary } = await rowOf(reference);
    const known = ["", reference, summary, customer.name, "Other / Manual Request"].map(
      words => `"${words}"`,
    );
    const strange = (row.match(/"[^"]*"/g) ?? []).filter(cell => /\p{L}{2}/u.test(cell.replace(/⟦.*⟧/, "")));
    expect(strange.filter(cell => !known.includes(cell))).toEqual([]);
  });
});
