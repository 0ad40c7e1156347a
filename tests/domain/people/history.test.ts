import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { translateTypeInput } from "@/lib/catalog/input";
import { readType } from "@/lib/catalog/overview";
import { setAudience } from "@/lib/catalog/restriction";
import { statusWords } from "@/lib/catalog/status-words";
import { translateType } from "@/lib/catalog/translate";
import { archiveType, describeType } from "@/lib/catalog/types";
import { addList, changeList } from "@/lib/choice-lists/lists";
import { readList } from "@/lib/choice-lists/read";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { encodePicture } from "@/lib/desk-settings/encode";
import { changePicture } from "@/lib/desk-settings/pictures";
import { say } from "@/lib/messages/said";
import { translatorFor } from "@/lib/messages/translate";
import { addDomain } from "@/lib/organisations/domains";
import { addOrganisation, renameOrganisation } from "@/lib/organisations/organisations";
import { readDoings } from "@/lib/people/history";
import { addTeam, renameTeam } from "@/lib/teams/teams";
import { aType } from "../../support/catalog";
import { makeTestDatabase } from "../../support/databases";
import { setOnDesk } from "../../support/desk-settings";
import { aCustomer, anAdmin, run } from "../../support/factories";
import { aLogo, sentAs } from "../../support/logos";
import { setSettings } from "../../support/settings";
import { statementsOf } from "../../support/statements";

let admin: PersonActor;

beforeAll(async () => {
  setSettings({ DATABASE_URL: await makeTestDatabase("people_history") });
  admin = await anAdmin();
});

const noStatuses = Object.fromEntries(statusWords.map(status => [status, ""]));
const t = translatorFor({ language: "en" });

/** The newest thing that the admin did, as the page says it: what, of what, and how. */
async function latest(by = admin): Promise<string> {
  const [doing] = (await readDoings(admin, by.id)).doings;
  if (!doing) throw new Error("Nothing was done.");
  const { said, thing, detail } = doing;
  const name = thing?.name ?? "";
  const named = typeof name === "string" ? name : "code" in name ? say(t, name) : name.name;
  return [say(t, said), `${thing?.kind}/${thing?.key}: ${named}`, detail && say(t, detail)]
    .filter(Boolean)
    .join(" | ");
}

describe("what an admin did is told with what it was about", () => {
  it("of a setting: which, and from what to what, in words", async () => {
    await setOnDesk({ reopenDays: 14 }, admin);
    expect(await latest()).toBe(
      "changed a setting of the desk | setting/reopenDays: Days to re-open | from 30 to 14",
    );
    await setOnDesk({ agentsSee: "teams" }, admin);
    expect(await latest()).toMatch(/Agents see \| from All requests to Requests of their teams/);
    await setOnDesk({ signUpInvited: false }, admin);
    expect(await latest()).toMatch(/\| from Yes to No$/);
    await setOnDesk({ languages: ["de", "en"] }, admin);
    expect(await latest()).toMatch(/Languages \| from All that Lodge speaks to German and English$/);
    await setOnDesk({ signUpDomains: ["a.test", "b.test"] }, admin);
    expect(await latest()).toMatch(/Sign-up domains \| from Nothing to a\.test, b\.test$/);
  });

  it("of one that is long, or a picture, which alone", async () => {
    await setOnDesk({ mailFooter: "Acme Inc.\nHarbour Street 1" }, admin);
    expect(await latest()).toBe("changed a setting of the desk | setting/mailFooter: Footer");
    await setOnDesk({ announcement: "We move house. ".repeat(8) }, admin);
    expect(await latest()).toBe("changed a setting of the desk | setting/announcement: Announcement");
    const made = await encodePicture(admin, "logo", sentAs(await aLogo()));
    await run(admin, act => changePicture(act, { name: "logo", seen: "", made }));
    expect(await latest()).toBe("changed a setting of the desk | setting/logo: Logo");
  });

  it("of the catalog: the type by its present name, its words and who sees it", async () => {
    const slug = await aType({ name: "Laptop" });
    const words = { description: "", keywords: "", icon: "file-text" as const };
    const { version } = await readType(admin, slug);
    await run(admin, act => describeType(act, { slug, version, ...words, name: "New laptop" }));
    expect(await latest()).toBe(
      `changed a request type | type/${slug}: New laptop | from “Laptop” to “New laptop”`,
    );
    const saying = { slug, version: version + 1, language: "de" as const };
    const german = { name: "Neuer Laptop", description: "", keywords: "" };
    const input = translateTypeInput.parse({ ...saying, words: { ...german, ...noStatuses } });
    await run(admin, act => translateType(act, input));
    expect(await latest()).toMatch(/New laptop \| Name in German from nothing to “Neuer Laptop”$/);
    await run(admin, act =>
      setAudience(act, { slug, version: version + 2, audience: "agents", organisations: [] }),
    );
    expect(await latest()).toMatch(/^changed who sees a request type \| .* \| from Everyone to Agents only$/);
    await run(admin, act => archiveType(act, { slug, isArchived: true }));
    expect(await latest()).toBe(`archived a request type | type/${slug}: New laptop`);
  });

  it("of teams, organisations and lists: the new name and the one before", async () => {
    const entries = [{ value: "a", label: "Harbour" }];
    const team = await run(admin, act => addTeam(act, { name: "Alpha" }));
    await run(admin, act => renameTeam(act, { slug: team, name: "Beta" }));
    expect(await latest()).toBe(`renamed a team | team/${team}: Beta | from “Alpha” to “Beta”`);
    const slug = await run(admin, act => addOrganisation(act, { name: "Acme" }));
    await run(admin, act => renameOrganisation(act, { slug, name: "Acme Inc." }));
    expect(await latest()).toBe(
      `renamed an organisation | organisation/${slug}: Acme Inc. | from “Acme” to “Acme Inc.”`,
    );
    const list = await run(admin, act => addList(act, { name: "Shops", entries }));
    const { version } = await readList(admin, list);
    await run(admin, act => changeList(act, { slug: list, version, name: "Places", entries }));
    expect(await latest()).toBe(`changed a list | list/${list}: Places | from “Shops” to “Places”`);
    await run(admin, act => addDomain(act, { slug, domain: "acme-history.test" }));
    expect(await latest()).toMatch(/Acme Inc\. \| acme-history\.test$/);
  });

  it("of coming in by a link that was mailed to them: themselves, not the desk", async () => {
    const customer = await aCustomer();
    const part = { part: "front_door", data: {}, at: now(), personId: customer.id };
    await db().event.createMany({
      data: [
        { ...part, type: "logged_in_by_link" },
        { ...part, type: "password_link_asked" },
      ],
    });
    const { doings } = await readDoings(admin, customer.id);
    const done = doings.map(({ said, actor, about }) => ({
      code: said.code,
      actor: actor?.id,
      about: about?.id,
    }));
    expect(done.find(({ code }) => code.endsWith("logged_in_by_link"))).toMatchObject({ actor: customer.id });
    // Anybody can ask for a link to somebody's address.
    expect(done.find(({ code }) => code.endsWith("password_link_asked"))).toMatchObject({
      about: customer.id,
    });
  });

  it("costs a page no further statement, and says nothing of what is gone", async () => {
    const statements = await statementsOf(() => readDoings(admin, admin.id));
    expect(statements).toHaveLength(1);
    await db().change.deleteMany({ where: { event: { actorId: admin.id } } });
    const { doings } = await readDoings(admin, admin.id);
    expect(doings.find(({ thing }) => thing?.key === "reopenDays")).toMatchObject({ detail: null });
  });
});
