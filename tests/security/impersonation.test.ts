import { describe, expect, it } from "vitest";
import * as commentPosted from "@/emails/comment-posted";
import { renderMail } from "@/emails/render";
import { choiceInput, signUpInput } from "@/lib/accounts/input";
import { changeProfile } from "@/lib/accounts/profile";
import type { PersonActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { aCustomer, anAgent, run } from "../support/factories";
import { saidOf } from "../support/issues";
import { expectRefusal } from "../support/refusal";

const taken = /could be taken for the desk itself/;
const lookAlikes = [
  "Support",
  "Lodge",
  "Ѕuрроrt",
  "S u p p o r t",
  "Lodge Helpdesk",
  "ADMlN",
  "Súpport Team",
];

const rename = (person: PersonActor, name: string) =>
  run(person, act => changeProfile(act, { name, timeZone: "UTC", language: "en-GB" }));
const nameOf = async ({ id }: PersonActor) => (await db().person.findUniqueOrThrow({ where: { id } })).name;

describe("a customer", () => {
  it.each(lookAlikes)("cannot sign up under a name of the desk's: %s", name => {
    const result = signUpInput("Lodge").safeParse({ name, email: "a@b.test", password: "Harbour-lamp 27" });
    expect(saidOf(result)).toEqual([{ path: "name", text: expect.stringMatching(taken) }]);
  });

  it.each(lookAlikes)("cannot choose one by the link of a sign-up in another browser: %s", name => {
    const result = choiceInput("Lodge").safeParse({ name, password: "Harbour-lamp 27" });
    expect(saidOf(result)).toEqual([{ path: "name", text: expect.stringMatching(taken) }]);
  });

  it.each(lookAlikes)("cannot take one later: %s", async name => {
    const customer = await aCustomer({ name: "Ada Okafor" });
    const refused = rename(customer, name);
    const { fields } = await expectRefusal(refused, "invalid", "Nothing was changed yet.");
    expect(fields.name).toEqual([expect.stringMatching(taken)]);
    expect(await nameOf(customer)).toBe("Ada Okafor");
  });

  it("keeps a name from before this rule, and can change all else", async () => {
    const customer = await aCustomer({ name: "Support Jones" });
    await run(customer, act =>
      changeProfile(act, { name: "Support Jones", timeZone: "Asia/Tokyo", language: "de" }),
    );
    expect(await db().person.findUniqueOrThrow({ where: { id: customer.id } })).toMatchObject({
      name: "Support Jones",
      timeZone: "Asia/Tokyo",
    });
  });

  it("may be an agent's namesake, so that nobody learns who the agents are", async () => {
    const agent = await anAgent({ name: "Priya Nair" });
    const customer = await aCustomer();
    await rename(customer, "Priya Nair");
    expect(await nameOf(customer)).toBe(await nameOf(agent));
  });
});

describe("an agent", () => {
  it("may be called what they are", async () => {
    const agent = await anAgent();
    await rename(agent, "Anna from Support");
    expect(await nameOf(agent)).toBe("Anna from Support");
  });
});

describe("a mail", () => {
  const write = (author: string, side: "support" | "customer") =>
    renderMail(commentPosted, {
      ...commentPosted.default.PreviewProps,
      author,
      side,
      body: "Hello",
      change: undefined,
    });

  it("marks the desk's own beside their names, in both parts", async () => {
    const { html, text } = await write("Priya Nair", "support");
    expect(html).toMatch(/Priya Nair<\/strong>(<!-- -->)? ?(<!-- -->)?<span class="m-accent m-badge"/);
    expect(text).toContain("Priya Nair [Support]");
  });

  it("marks no customer, whatever they are called", async () => {
    for (const name of ["Priya Nair", "Support Jones", '<span class="m-badge">Support</span>']) {
      const { html, text } = await write(name, "customer");
      expect(html).not.toContain('class="m-accent m-badge"');
      expect(text).not.toContain("[Support]");
    }
  });
});
