import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { answerTo } from "@/lib/entry/route";
import { translatorOf } from "@/lib/messages/translate";
import { resolutionCode, statusCode } from "@/lib/requests/labels";
import { exportRequests } from "@/lib/search/export";
import { listRequests } from "@/lib/search/list";
import { readView } from "@/lib/search/own-list";
import { aCustomer, aRequest, aRequestIn } from "../../support/factories";

const t = translatorOf("en");

type Customer = Awaited<ReturnType<typeof aCustomer>>;

async function read(
  who: Customer,
  query: string,
  batchSize?: number,
): Promise<{ text: string; rows: string[][] }> {
  const bytes = new Uint8Array(
    await new Response(await exportRequests(t, who, readView(query), { batchSize })).arrayBuffer(),
  );
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const rows = [...text.slice(1).matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)].reduce<string[][]>(
    (table, [, cell = "", end]) => {
      table.at(-1)?.push(cell.replaceAll('""', '"'));
      if (end !== ",") table.push([]);
      return table;
    },
    [[]],
  );
  return { text, rows: rows.slice(0, -1) };
}

describe("the export", () => {
  it("holds what the list shows: the same requests in the same order, and the columns chosen", async () => {
    const customer = await aCustomer();
    for (const summary of ["Charlie", "alpha", "Bravo", "delta", "echo"])
      await aRequest({ by: customer, summary });
    await aRequestIn("resolved", { by: customer, summary: "Foxtrot" });
    const query = "show=all&sort=summary.desc&columns=reference,summary,status,resolution,requester";
    const { rows: listed } = await listRequests(customer, readView(query));
    for (const batchSize of [1, 2, 3, 500]) {
      const { rows } = await read(customer, query, batchSize);
      expect(rows[0]).toEqual(["Reference", "Summary", "Status", "Resolution", "Raised by"]);
      expect(rows.slice(1)).toEqual(
        listed.map(row => [
          row.reference,
          row.summary,
          t(statusCode(row.status, "customer")),
          row.resolution ? t(resolutionCode(row.resolution)) : "",
          customer.name,
        ]),
      );
    }
    const found = await read(customer, "q=brav&columns=reference");
    expect(found.rows.slice(1).map(([, summary]) => summary)).toEqual(["Bravo"]);
  });

  it("quotes every cell, marks its encoding, and says times in the reader's zone", async () => {
    const customer = { ...(await aCustomer()), timeZone: "Asia/Tokyo" };
    await aRequest({ by: customer, summary: 'Größe, "quoted"', at: new Date("2026-01-31T20:05:00Z") });
    const { text, rows } = await read(customer, "show=all&columns=summary,raised,resolution");
    expect(text.startsWith("\uFEFF")).toBe(true);
    expect(rows[0]?.at(-1)).toBe("Raised (Asia/Tokyo)");
    expect(rows[1]?.slice(1)).toEqual(['Größe, "quoted"', "", "2026-02-01 05:05"]);
    for (const line of text.slice(1).trim().split("\r\n"))
      expect(line).toMatch(/^"([^"]|"")*"(,"([^"]|"")*")*$/);
  });

  it("disarms what a spreadsheet would take for a formula", async () => {
    const formulas = ["=1+1", "+1+1", "-1+1", "@SUM(1)", '=HYPERLINK("https://evil.test","x")', "＝1+1"];
    const customer = await aCustomer({ name: "=cmd|' /C calc'!A0" });
    for (const summary of formulas) await aRequest({ by: customer, summary });
    const { rows } = await read(customer, "show=all&columns=summary,requester");
    expect(
      rows
        .slice(1)
        .map(([, summary]) => summary)
        .toSorted(),
    ).toEqual(formulas.map(text => `'${text}`).toSorted());
    for (const [, , name] of rows.slice(1)) expect(name).toBe("'=cmd|' /C calc'!A0");
  });

  it("is a heading alone where there is nothing", async () => {
    const { rows } = await read(await aCustomer(), "show=all");
    expect(rows).toHaveLength(1);
  });

  it("of a search that takes too long is refused in a sentence before it begins", async () => {
    const customer = await aCustomer();
    await aRequest({ by: customer, summary: "The printer leaks" });
    const refusal = await db().$transaction(
      async tx => {
        await tx.$executeRaw`lock table comments in access exclusive mode`;
        return exportRequests(t, customer, readView("q=leaking")).catch(error => error);
      },
      { timeout: 15_000 },
    );
    const answer = answerTo(refusal, "/requests/export.csv", t);
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("60");
    expect(await answer.text()).toMatch(/^This took the desk too long/);
  });

  it("stops reading when nobody takes it any more", async () => {
    const customer = await aCustomer();
    for (let count = 0; count < 5; count++) await aRequest({ by: customer });
    const reader = (await exportRequests(t, customer, readView("show=all"), { batchSize: 1 })).getReader();
    await reader.read();
    await reader.cancel();
    expect((await reader.read()).done).toBe(true);
  });
});
