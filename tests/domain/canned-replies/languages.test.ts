import { describe, expect, it } from "vitest";
import { languageTags } from "@/lib/accounts/language-tags";
import { archiveReply } from "@/lib/canned-replies/change";
import { textOfReplyInput } from "@/lib/canned-replies/input";
import { otherLanguages } from "@/lib/canned-replies/languages";
import { readInsertable, readReply } from "@/lib/canned-replies/read";
import { removeTextIn, writeReplyIn } from "@/lib/canned-replies/texts";
import { db } from "@/lib/db";
import { readDeskSettings } from "@/lib/settings";
import { aReply } from "../../support/canned-replies";
import { aCustomer, anAgent, aRequest, run } from "../../support/factories";
import { expectRefusal } from "../../support/refusal";

async function aWorld() {
  const [agent, customer] = [await anAgent(), await aCustomer()];
  const reply = await aReply({ by: agent, name: "Greeting", body: "Hello" });
  const reference = await aRequest({ by: customer });
  const write = (body: string, version = 1, language = "de") =>
    run(agent, act => writeReplyIn(act, { reply: reply.id, version, language, body }));
  const said = async (language: string) => {
    await db().person.update({ where: { id: customer.id }, data: { language } });
    const desk = { deskUrl: "https://desk.test", settings: await readDeskSettings() };
    const offer = await readInsertable(agent, reference, desk);
    return offer?.replies.find(({ isOwn }) => isOwn)?.body;
  };
  return { agent, reply, write, said };
}

describe("a canned reply in another language", () => {
  it("is what customers of that language get, whatever their country, until it is removed", async () => {
    const { agent, reply, write, said } = await aWorld();
    await write("Hallo");
    expect(await readReply(agent, "person", reply.slug)).toMatchObject({
      body: "Hello",
      version: 2,
      texts: [{ language: "de", body: "Hallo" }],
    });
    expect([await said("de"), await said("de-CH"), await said("fr")]).toEqual(["Hallo", "Hallo", "Hello"]);
    const remove = () => run(agent, act => removeTextIn(act, { reply: reply.id, language: "de" }));
    await remove();
    await remove();
    expect(await said("de")).toBe("Hello");
    const changes = { where: { type: "canned_reply_changed", personId: agent.id } };
    expect(await db().event.count(changes)).toBe(2);
  });

  it("can be written in each language that customers can choose, and in no other", () => {
    const accepts = (language: string) =>
      textOfReplyInput.safeParse({ reply: crypto.randomUUID(), version: 1, language, body: "x" }).success;
    for (const tag of languageTags) {
      const [language = ""] = tag.split("-");
      expect(accepts(language), language).toBe(language !== "en");
    }
    expect(new Set(otherLanguages).size).toBe(otherLanguages.length);
    for (const none of ["xx", "de-CH", "", "../x"]) expect(accepts(none), none).toBe(false);
  });

  it("that somebody else has changed is refused once, with what it says now", async () => {
    const { write } = await aWorld();
    await write("Hallo");
    const refusal = await expectRefusal(write("Guten Tag"), "conflict");
    expect(refusal.code).toBe("canned.changed");
    expect(refusal.fields.body?.[0]).toContain("Hallo");
    await write("Guten Tag", Number(refusal.corrections.version));
  });

  it("takes no unknown placeholder, and nothing once it is archived", async () => {
    const { agent, reply, write } = await aWorld();
    expect((await expectRefusal(write("{{kunde}}"), "invalid")).code).toBe("canned.placeholder_unknown");
    await run(agent, act => archiveReply(act, { reply: reply.id }));
    const remove = () => run(agent, act => removeTextIn(act, { reply: reply.id, language: "de" }));
    for (const late of [() => write("Hallo", 2), remove])
      expect((await expectRefusal(late(), "conflict")).code).toBe("canned.archived");
  });
});
