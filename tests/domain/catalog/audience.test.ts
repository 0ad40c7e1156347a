import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { readerOf, stranger } from "@/lib/catalog/audience";
import { listTypes, listTypesFor } from "@/lib/catalog/offered";
import { readType } from "@/lib/catalog/overview";
import { readCatalog, readForm, readFormFor } from "@/lib/catalog/queries";
import { setAudience } from "@/lib/catalog/restriction";
import { archiveType, chooseFallback } from "@/lib/catalog/types";
import { db } from "@/lib/db";
import { chooseCustomer, raiseFor } from "@/lib/desk/on-behalf";
import { changeType } from "@/lib/desk/type-change";
import { saveDraft } from "@/lib/drafts/drafts";
import { placeOfForm } from "@/lib/drafts/places";
import { readUnsent } from "@/lib/drafts/unsent";
import { archiveOrganisation } from "@/lib/organisations/organisations";
import { readRequestPage } from "@/lib/requests/customer-view";
import { submitRequest } from "@/lib/requests/submit";
import { aType } from "../../support/catalog";
import { makeTestDatabase } from "../../support/databases";
import { aCustomer, anAdmin, anAgent, aRequest, run, visitOf } from "../../support/factories";
import { anOrganisation } from "../../support/organisations";
import { rowOf } from "../../support/records";
import { expectRefusal } from "../../support/refusal";
import { setSettings } from "../../support/settings";

let admin: PersonActor;
let [member, other, agent]: PersonActor[] = [];
let organisation: string;

beforeAll(async () => {
  setSettings({ DATABASE_URL: await makeTestDatabase("catalog_audience") });
  [admin, member, other, agent] = await Promise.all([anAdmin(), aCustomer(), aCustomer(), anAgent()]);
  organisation = await anOrganisation({ members: [member] });
});

type Wish = { audience: "everyone" | "agents" } | { audience: "organisations"; organisations: string[] };

async function restrict(slug: string, wish: Wish): Promise<void> {
  const { version } = await readType(admin, slug);
  await run(admin, act => setAudience(act, { slug, version, organisations: [], ...wish }));
}

async function aRestrictedType(wish: Wish): Promise<string> {
  const slug = await aType();
  await restrict(slug, wish);
  return slug;
}

const toMembers = () => aRestrictedType({ audience: "organisations", organisations: [organisation] });
const toAgents = () => aRestrictedType({ audience: "agents" });

async function readerIs(person: PersonActor) {
  const visit = await visitOf(person);
  return readerOf(person, visit?.organisations ?? []);
}

async function submission(type: string) {
  const form = await readForm(type);
  return {
    formVersionId: form?.formVersionId ?? "",
    submissionKey: randomUUID(),
    summary: "A wheel is bent",
    answers: { details: "It wobbles." },
  };
}

describe("a type for some", () => {
  it("is found in the catalog, and its form by its address, by those alone", async () => {
    const [types, people] = [
      [await toMembers(), await toAgents()],
      [member, other, agent, null] as (PersonActor | null)[],
    ];
    const seen = await Promise.all(
      people.map(async person => {
        const reader = person ? await readerIs(person) : stranger;
        const listed = (await readCatalog(reader)).flatMap(category => category.types.map(one => one.slug));
        const forms = await Promise.all(types.map(slug => readFormFor(reader, slug)));
        expect(forms.map(form => form !== null)).toEqual(types.map(slug => listed.includes(slug)));
        const choices = (await listTypesFor(reader)).map(({ value }) => value);
        expect(types.map(slug => choices.includes(slug))).toEqual(types.map(slug => listed.includes(slug)));
        return types.map(slug => listed.includes(slug));
      }),
    );
    expect(seen).toEqual([
      [true, false],
      [false, false],
      [false, true],
      [false, false],
    ]);
    // Agents find the requests of all of them.
    expect((await listTypes()).map(({ value }) => value)).toEqual(expect.arrayContaining(types));
  });

  it("is named to nobody else by what servers keep of the catalog", async () => {
    const slug = await toAgents();
    const { name } = await readType(admin, slug);
    expect(JSON.stringify(await readCatalog(await readerIs(agent as PersonActor)))).toContain(name);
    for (const reader of [stranger, await readerIs(member as PersonActor)])
      expect(JSON.stringify(await readCatalog(reader))).not.toContain(name);
    expect(JSON.stringify(await readCatalog(await readerIs(member as PersonActor)))).not.toMatch(
      /audience|organisations/,
    );
  });

  it("cannot be raised by others, whatever form they send", async () => {
    const [ofMembers, ofAgents] = [await submission(await toMembers()), await submission(await toAgents())];
    const raise = (person: PersonActor | undefined, form: Awaited<ReturnType<typeof submission>>) =>
      run(person as PersonActor, act => submitRequest(act, form));
    await expectRefusal(raise(other, ofMembers), "not_found");
    await expectRefusal(raise(agent, ofMembers), "not_found");
    for (const person of [member, other]) await expectRefusal(raise(person, ofAgents), "not_found");
    await raise(member, ofMembers);
    await raise(agent, ofAgents);
  });

  it("is raised on behalf of those whom it is for, and agents' own for anybody", async () => {
    const [forMembers, forAgents] = [await toMembers(), await toAgents()];
    const by = agent as PersonActor;
    const raise = async (customer: PersonActor | undefined, type: string) => {
      const form = await submission(type);
      return run(by, act => raiseFor(act, { ...form, customer: customer?.id ?? "" }));
    };
    const choose = (customer: PersonActor | undefined, type: string) =>
      run(by, act => chooseCustomer(act, { email: customer?.email ?? "", type }));
    await expectRefusal(raise(other, forMembers), "not_found");
    const { fields } = await expectRefusal(choose(other, forMembers), "invalid");
    expect(fields).toHaveProperty("type");
    await raise(member, forMembers);
    await raise(other, forAgents);
    expect(await choose(member, forMembers)).toBe(member?.id);
    expect(await choose(other, forAgents)).toBe(other?.id);
    await expectRefusal(choose(other, "none"), "invalid");
    await expectRefusal(
      run(member as PersonActor, act => chooseCustomer(act, { email: by.email, type: forMembers })),
      "not_found",
    );
  });

  it("is what a request becomes only where it is offered to whose request it is", async () => {
    const [forMembers, forAgents, archived] = [await toMembers(), await toAgents(), await aType()];
    const become = async (reference: string, type: string) => {
      const [form, row] = [await readForm(type), await rowOf(reference)];
      const to = { formVersionId: form?.formVersionId ?? "", answers: { details: "It wobbles." } };
      const from = { reference, from: row.formVersionId, edition: row.edition };
      return { change: () => run(agent as PersonActor, act => changeType(act, { ...from, ...to })) };
    };
    const [ofMember, ofOther] = [await aRequest({ by: member }), await aRequest({ by: other })];
    await expectRefusal((await become(ofOther, forMembers)).change(), "not_found");
    await (await become(ofOther, forAgents)).change();
    await (await become(ofMember, forMembers)).change();
    const late = await become(ofMember, archived);
    await run(admin, act => archiveType(act, { slug: archived, isArchived: true }));
    await expectRefusal(late.change(), "not_found");
  });

  it("hides no request that there is, and its form keeps what was typed", async () => {
    const type = await aType();
    const reference = await aRequest({ by: member, type });
    const place = placeOfForm(`/catalog/${type}`, "raise");
    const fields = { summary: "A wheel is be" };
    await run(member as PersonActor, act => saveDraft(act, { place, fields }));
    await restrict(type, { audience: "agents" });
    const form = await submission(type);
    await expectRefusal(
      run(member as PersonActor, act => submitRequest(act, form)),
      "not_found",
      /choose again/,
    );
    expect(await readRequestPage(member as PersonActor, reference)).not.toBeNull();
    const unsent = await readUnsent(member as PersonActor, place, ["summary"]);
    expect(unsent.draft.kept?.fields).toEqual(fields);
  });

  it("goes to nobody while its organisation is archived", async () => {
    const archived = await anOrganisation({ members: [other as PersonActor] });
    const type = await aRestrictedType({ audience: "organisations", organisations: [archived] });
    const form = await submission(type);
    await run(admin, act => archiveOrganisation(act, { slug: archived, isArchived: true }));
    expect(await readFormFor(await readerIs(other as PersonActor), type)).toBeNull();
    await expectRefusal(
      run(other as PersonActor, act => submitRequest(act, form)),
      "not_found",
    );
  });
});

describe("who sees a type", () => {
  it("is chosen by organisations' names, and refused where it is not clear whose", async () => {
    const name = `Bikes ${randomUUID().slice(0, 8)}`;
    const one = await anOrganisation({ name });
    const slug = await aType();
    await restrict(slug, { audience: "organisations", organisations: [name.toUpperCase(), one] });
    expect(await readType(admin, slug)).toMatchObject({ audience: "organisations", organisations: [name] });
    const second = await anOrganisation({ name });
    for (const organisations of [[name], ["Nobody"], []]) {
      const refused = await expectRefusal(
        restrict(slug, { audience: "organisations", organisations }),
        "invalid",
      );
      expect(refused.fields).toHaveProperty("organisations");
    }
    await restrict(slug, { audience: "organisations", organisations: [one, second] });
    expect((await readType(admin, slug)).organisations.sort()).toEqual([one, second].sort());
    const event = await db().event.findFirstOrThrow({
      where: { type: "type_audience_set" },
      orderBy: { id: "desc" },
      select: { change: { select: { values: true } } },
    });
    expect(event.change?.values).toEqual([
      { key: "organisations", before: [one], after: [one, second].sort() },
    ]);
    await restrict(slug, { audience: "everyone" });
    expect((await readType(admin, slug)).organisations).toEqual([]);
  });

  it("is not changed unread, nor by others than admins, nor for what everyone falls back to", async () => {
    const slug = await aType();
    const input = { slug, version: 1, audience: "agents" as const, organisations: [] };
    for (const person of [agent, member])
      await expectRefusal(
        run(person as PersonActor, act => setAudience(act, input)),
        "not_found",
      );
    await run(admin, act => setAudience(act, input));
    await expectRefusal(
      run(admin, act => setAudience(act, { ...input, audience: "everyone" })),
      "conflict",
    );
    await expectRefusal(
      run(admin, act => chooseFallback(act, { slug })),
      "conflict",
    );
    await expectRefusal(restrict("other-manual-request", { audience: "agents" }), "conflict");
  });
});
