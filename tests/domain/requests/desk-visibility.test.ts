import { expect, it } from "vitest";
import { db } from "@/lib/db";
import { readLinkPage } from "@/lib/desk/linked";
import { deskVisibleTo } from "@/lib/requests/policy";
import { aCustomer, anAgent, aRequest, requesterOf } from "../../support/factories";
import { rowOf } from "../../support/records";

it("nothing is on a customer's desk, whatever else a read asks for, and everything on an agent's", async () => {
  const reference = await aRequest();
  const { id, number } = await rowOf(reference);
  const finds = async (where: ReturnType<typeof deskVisibleTo>) => [
    await db().serviceRequest.count({ where: { id, ...where } }),
    await db().serviceRequest.count({ where: { AND: [{ number }, where] } }),
    await db().serviceRequest.count({ where: { OR: [{ AND: [{ number }, where] }] } }),
    await db().event.count({
      where: { type: "request_submitted", AND: [{ requestId: id }, { request: where }] },
    }),
  ];
  for (const customer of [await requesterOf(reference), await aCustomer()]) {
    expect(await finds(deskVisibleTo(customer))).toEqual([0, 0, 0, 0]);
    expect(await readLinkPage(customer, reference)).toBeNull();
  }
  const agent = await anAgent();
  expect(await finds(deskVisibleTo(agent))).toEqual([1, 1, 1, 1]);
  expect(await readLinkPage(agent, reference)).toMatchObject({ reference });
});
