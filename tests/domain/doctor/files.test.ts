import { expect, it } from "vitest";
import { db } from "@/lib/db";
import { examine } from "@/lib/doctor/promises";
import { commentOnRequest } from "@/lib/requests/comments";
import { aCustomer, aRequest, run } from "../../support/factories";
import { anUnsentFile } from "../../support/files";

const broken = async () => (await examine()).flatMap(finding => finding.broken);

it("the doctor finds a file that is not what it was, or has lost its bytes", async () => {
  const customer = await aCustomer();
  const reference = await aRequest({ by: customer });
  const [changed, lost] = [await anUnsentFile(customer), await anUnsentFile(customer)];
  await run(customer, act => commentOnRequest(act, { reference, files: [changed.id, lost.id] }));
  // Others write to the same database, also past the desk's commands.
  const ours = [`file ${changed.id}`, `file ${lost.id}`];
  for (const file of ours) expect(await broken()).not.toContain(file);
  const bytes = Buffer.from("What we saw.");
  await db().fileContent.update({
    where: { fileId: changed.id },
    data: { bytes: new Uint8Array(changed.size) },
  });
  await db().fileContent.delete({ where: { fileId: lost.id } });
  expect(await broken()).toEqual(expect.arrayContaining(ours));
  await db().fileContent.update({ where: { fileId: changed.id }, data: { bytes } });
  await db().fileContent.create({ data: { fileId: lost.id, bytes }, select: { fileId: true } });
});
