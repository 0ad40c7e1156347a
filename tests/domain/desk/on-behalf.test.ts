import { randomBytes, randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { confirmByCode, countCodeTry } from "@/lib/accounts/confirm";
import { ensureCustomer, readCustomer } from "@/lib/accounts/customers";
import { suspendPerson } from "@/lib/accounts/operator";
import { actorOfSession } from "@/lib/accounts/sessions";
import { askForAccount, prepareSignUp } from "@/lib/accounts/sign-up";
import { operator, type PersonActor } from "@/lib/actor";
import { readForm } from "@/lib/catalog/queries";
import { db } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { raiseFor } from "@/lib/desk/on-behalf";
import { readRequestPage } from "@/lib/requests/customer-view";
import { aCustomer, actorOf, anAddress, anAgent, run } from "../../support/factories";
import { anOrganisation } from "../../support/organisations";
import { deliveriesOf, eventsOf, mailsOf, rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";
import { lastMailTo } from "../../support/sent-mails";
import { answerWishes } from "../../support/wishes";

const password = "Harbour-lamp 27 quietly!";

let agent: PersonActor;

const raise = async (by: PersonActor, customer: string, more: object = {}) => {
  const form = await readForm("other-manual-request");
  const input = {
    formVersionId: form?.formVersionId ?? "",
    submissionKey: randomUUID(),
    summary: `Called about the lift ${randomBytes(3).toString("hex")}`,
    answers: { details: "It stopped between two floors." },
    ...more,
  };
  return (await run(by, act => raiseFor(act, { customer, ...input }))).reference;
};
const enter = (by: PersonActor, email: string, name?: string) =>
  run(by, act => ensureCustomer(act, { email, name }));

/** Asks for an account and types the mailed code; returns the kind of mail that came. */
async function signUp(email: string) {
  const prepared = await prepareSignUp({ name: "Vera Lind", email, password });
  const proof = await run(operator, act => askForAccount(act, prepared));
  await answerWishes(new Date());
  const { kind, text } = await lastMailTo(email);
  const code = /\b\d{6}\b/.exec(text)?.[0] ?? "";
  return {
    kind,
    confirm: async () => {
      await countCodeTry(proof);
      return actorOfSession(await run(operator, act => confirmByCode(act, proof, code)));
    },
  };
}

beforeEach(async () => {
  agent = await anAgent({ name: "Jo Lee" });
});

describe("a request that an agent raises for a customer", () => {
  it("is the customer's: they get the confirmation and own it, and both pages say who raised it", async () => {
    const customer = await aCustomer({ name: "Kim Novak" });
    const reference = await raise(agent, customer.id);
    expect(await rowOf(reference)).toMatchObject({ requesterId: customer.id, raisedById: agent.id });
    expect(await eventsOf(reference)).toMatchObject([{ type: "request_submitted", actorId: agent.id }]);
    expect(await deliveriesOf(reference)).toMatchObject([{ kind: "request_received", to: customer.email }]);
    const [mail] = await mailsOf(reference);
    expect(mail?.text).toContain("Jo Lee from our support team has raised this request for you.");
    expect(mail?.text).not.toMatch(/Thank you|no account/);
    const page = await readRequestPage(customer, reference);
    expect(page).toMatchObject({ canCorrect: true, first: { raisedBy: "Jo Lee", mine: true } });
    expect(await readDeskPage(agent, reference)).toMatchObject({
      view: "agent",
      first: { raisedBy: "Jo Lee", actor: { name: "Kim Novak" }, mine: false },
    });
  });

  it("is for the organisation of the customer, and where they have several for the one that is chosen", async () => {
    const customer = await aCustomer();
    const ofRequest = async (more?: object) => {
      const { organisationId } = await rowOf(await raise(agent, customer.id, more));
      return (await db().organisation.findUnique({ where: { id: organisationId ?? "" } }))?.slug;
    };
    const only = await anOrganisation({ members: [customer] });
    expect(await ofRequest()).toBe(only);
    const other = await anOrganisation({ members: [customer] });
    await expectRefusal(ofRequest(), "invalid");
    expect(await ofRequest({ organisation: other })).toBe(other);
    await expectRefusal(ofRequest({ organisation: await anOrganisation() }), "conflict");
  });

  it("is one request, however often it is sent", async () => {
    const customer = await aCustomer();
    const more = { submissionKey: randomUUID(), summary: "Sent by two clicks" };
    const [first, second] = await Promise.all([
      raise(agent, customer.id, more),
      raise(agent, customer.id, more),
    ]);
    expect(first).toBe(second);
    expect(await deliveriesOf(first)).toHaveLength(1);
  });

  it("is an ordinary one where the agent raises it for themselves", async () => {
    const reference = await raise(agent, agent.id);
    expect((await rowOf(reference)).raisedById).toBeNull();
    expect((await readRequestPage(agent, reference))?.first).not.toHaveProperty("raisedBy");
  });

  it("is raised by agents alone, for people who are there and not suspended", async () => {
    const [customer, gone] = [await aCustomer(), await aCustomer()];
    await expectRefusal(raise(await aCustomer(), customer.id), "not_found");
    await expectRefusal(enter(customer, anAddress(), "Kim"), "not_found");
    expect(await readCustomer(customer, gone.id)).toBeNull();
    await expectRefusal(raise(agent, randomUUID()), "not_found");
    await run(operator, act => suspendPerson(act, gone.email));
    await expectRefusal(raise(agent, gone.id), "invalid", /suspended/);
    await expectRefusal(enter(agent, gone.email), "invalid", /suspended/);
    for (const none of [gone.id, randomUUID(), "x'", ""]) expect(await readCustomer(agent, none)).toBeNull();
  });
});

describe("somebody new whom an agent enters", () => {
  it("needs a name that does not imitate the desk; whoever has the address keeps their own", async () => {
    const email = anAddress("new");
    expect((await expectRefusal(enter(agent, email), "invalid")).fields).toHaveProperty("name");
    await expectRefusal(enter(agent, email, "Lodge Support"), "invalid");
    const id = await enter(agent, email, "Kim Novak");
    expect(await enter(agent, email, "Somebody Else")).toBe(id);
    expect(await readCustomer(agent, id)).toEqual({ id, email, name: "Kim Novak", awaitsSignUp: true });
  });

  it("is one person when two agents enter them at once", async () => {
    const email = anAddress("new");
    const agents = [agent, await anAgent()];
    const ids = await Promise.all(agents.map(by => enter(by, email, "Kim Novak")));
    expect(new Set(ids).size).toBe(1);
    const created = await db().event.count({ where: { type: "person_created", personId: ids[0] } });
    expect(created).toBe(1);
  });

  it("is told by mail how to sign up, and finds the request in the account that they make", async () => {
    const email = anAddress("new");
    const id = await enter(agent, email, "Kim Novak");
    const reference = await raise(agent, id);
    const [mail] = await mailsOf(reference);
    expect(mail?.text).toMatch(/You have no account yet/);
    expect(mail?.text).toContain(`/sign-up?next=%2Frequests%2F${reference}`);
    const { kind, confirm } = await signUp(email);
    expect(kind).toBe("verify_address");
    const owner = await confirm();
    expect(owner).toMatchObject({ id, email, name: "Vera Lind", role: "customer" });
    expect((await readRequestPage(owner ?? agent, reference))?.canCorrect).toBe(true);
    expect(await readCustomer(agent, id)).toMatchObject({ awaitsSignUp: false });
    expect((await signUp(email)).kind).toBe("account_exists");
  });

  it("cannot become an account once they are suspended", async () => {
    const email = anAddress("new");
    await enter(agent, email, "Kim Novak");
    const { confirm } = await signUp(email);
    await run(operator, act => suspendPerson(act, email));
    await expectRefusal(confirm(), "conflict");
    expect((await signUp(email)).kind).toBe("account_exists");
    expect((await actorOf(email)).name).toBe("Kim Novak");
  });
});
