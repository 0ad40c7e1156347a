import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { aRequest } from "../../support/factories";
import { rowOf } from "../../support/records";

describe("history", () => {
  it("cannot be rewritten, removed or emptied, not even by the desk's own hand", async () => {
    const { id } = await rowOf(await aRequest());
    const refusal = /history cannot be rewritten/;
    await expect(
      db().$executeRaw`update events set type = 'nothing' where "requestId" = ${id}::uuid`,
    ).rejects.toThrow(refusal);
    await expect(db().$executeRaw`delete from events where "requestId" = ${id}::uuid`).rejects.toThrow(
      refusal,
    );
    await expect(db().$executeRaw`truncate table events cascade`).rejects.toThrow(refusal);
  });

  it("agrees with the request: what is open has an open status", async () => {
    const { id } = await rowOf(await aRequest());
    await expect(
      db().$executeRaw`update requests set "isOpen" = false where id = ${id}::uuid`,
    ).rejects.toThrow(/requests_open_by_status/);
  });
});
