import { expect, it } from "vitest";
import { endSession } from "@/lib/accounts/sessions";
import { operator, type PersonActor } from "@/lib/actor";
import { countUnread } from "@/lib/bell/notices";
import { stranger } from "@/lib/catalog/audience";
import { keepPart, readCatalogVersion } from "@/lib/catalog/kept";
import { readCatalog, readForm } from "@/lib/catalog/queries";
import { db } from "@/lib/db";
import { findVisit } from "@/lib/entry/find-visit";
import { readListStamp } from "@/lib/live/lists";
import { commentOnRequest } from "@/lib/requests/comments";
import { removeParticipant } from "@/lib/sharing/participants";
import {
  aCustomer,
  anAgent,
  aParticipant,
  aRequest,
  aRequestIn,
  requesterOf,
  run,
  sessionOf,
  visitOf,
} from "../support/factories";

const say = (actor: PersonActor, reference: string) =>
  run(actor, act => commentOnRequest(act, { reference, body: "News.", afterResolved: "keep" }));

it("tells a page who reads it, and what their header counts", async () => {
  const [customer, agent] = [await aCustomer(), await anAgent()];
  const waiting = await aRequestIn("waiting_for_customer", { by: customer, agent });
  await aRequest({ by: customer });
  await aRequestIn("closed", { by: customer, agent });
  await say(agent, waiting);
  expect(await visitOf(customer)).toEqual({
    actor: customer,
    usualList: "",
    shortcuts: null,
    dueReply: null,
    openCount: 2,
    waitingCount: 1,
    unreadCount: await countUnread(customer),
    isUnreachable: false,
    catalogVersion: await readCatalogVersion(),
    organisations: [],
    stamps: { own: await readListStamp("own", customer.id), queue: "0" },
  });
  expect((await visitOf(agent))?.stamps.queue).toMatch(/^[1-9]\d*$/);
});

it("counts as unread only what its reader may still see", async () => {
  const [agent, reference] = [await anAgent(), await aRequest()];
  const [requester, participant] = [await requesterOf(reference), await aParticipant(reference)];
  await say(agent, reference);
  expect((await visitOf(participant))?.unreadCount).toBe(1);
  await run(requester, act => removeParticipant(act, { reference, person: participant.id }));
  expect((await visitOf(participant))?.unreadCount).toBe(0);
});

it("says so where mails to the reader's address bounce", async () => {
  const customer = await aCustomer();
  await db().suppression.create({
    data: { email: customer.email, kind: "bounced", reason: "550", at: new Date() },
  });
  expect((await visitOf(customer))?.isUnreachable).toBe(true);
});

it("knows nobody by a session that has ended or expired, or whose person is suspended", async () => {
  const [left, expired, suspended] = [await aCustomer(), await aCustomer(), await aCustomer()];
  const [ended, old, dead] = [await sessionOf(left), await sessionOf(expired), await sessionOf(suspended)];
  await run(operator, act => endSession(act, ended));
  await db().session.update({ where: { id: old }, data: { expiresAt: new Date() } });
  await db().person.update({ where: { id: suspended.id }, data: { suspendedAt: new Date() } });
  for (const id of [ended, old, dead]) expect(await findVisit(id)).toBeNull();
});

it("reads the catalog anew once anything of it has changed, and only then", async () => {
  const version = await readCatalogVersion();
  const catalog = await readCatalog(stranger, version);
  expect((await readCatalog(stranger, version))[0]?.types[0]).toBe(catalog[0]?.types[0]);
  await db().category.updateMany({ data: { description: "As before, but newer." } });
  const newer = await readCatalogVersion();
  expect(newer).not.toBe(version);
  expect((await readCatalog(stranger, newer))[0]?.description).toBe("As before, but newer.");
  const form = await db().formVersion.findFirstOrThrow({ select: { id: true, version: true } });
  await db().formVersion.update({ where: { id: form.id }, data: { version: form.version } });
  expect(await readCatalogVersion()).not.toBe(newer);
});

it("keeps nothing of an address that leads to no form", async () => {
  const version = await readCatalogVersion();
  expect(await readForm("nonesuch", version)).toBeNull();
  expect(await keepPart(version, "form nonesuch", async () => "read again")).toBe("read again");
});
