import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { operator, type PersonActor } from "@/lib/actor";
import { archiveReply, createReply, shiftReply } from "@/lib/canned-replies/change";
import { wordsOfReplyInput } from "@/lib/canned-replies/input";
import { writeReplyIn } from "@/lib/canned-replies/texts";
import { exportDesk } from "@/lib/desk-file/export";
import { importDesk } from "@/lib/desk-file/import";
import { readDeskFile } from "@/lib/desk-file/read";
import type { SectionName } from "@/lib/desk-file/sections";
import { rehearse } from "@/lib/entry/perform";
import type { Act } from "@/lib/events/act";
import { addArticle, archiveArticle, publishArticle, shiftArticle } from "@/lib/help/change";
import { addArticleInput } from "@/lib/help/input";
import { addDomain } from "@/lib/organisations/domains";
import { nameInput } from "@/lib/organisations/input";
import { addMember, setManager } from "@/lib/organisations/members";
import { addOrganisation, archiveOrganisation, shiftOrganisation } from "@/lib/organisations/organisations";
import { Refusal } from "@/lib/refusal";
import { archiveView, createView } from "@/lib/saved-views/change";
import { newViewInput } from "@/lib/saved-views/input";
import { tagColours } from "@/lib/tags/colours";
import { addTagInput } from "@/lib/tags/input";
import { addTag, archiveTag, shiftTag } from "@/lib/tags/tags";
import { teamNameInput } from "@/lib/teams/input";
import { addTeamMember, setLead } from "@/lib/teams/members";
import { addTeam, archiveTeam, shiftTeam } from "@/lib/teams/teams";
import { makeTestDatabase } from "../../support/databases";
import { emptyDesk } from "../../support/desk-files";
import { aCustomer, anAgent } from "../../support/factories";
import { setSettings } from "../../support/settings";

let people: PersonActor[] = [];

beforeAll(async () => {
  setSettings({ DATABASE_URL: await makeTestDatabase("any_desk") });
  people = [await anAgent(), await anAgent(), await aCustomer(), await aCustomer()];
});

/** The catalog has a test of its own. */
const parts: SectionName[] = ["teams", "tags", "organisations", "cannedReplies", "views", "help"];

/** What has been made so far, by kind; commands are given one of these. */
type Made = Record<"tag" | "team" | "organisation" | "reply" | "view" | "article", string[]>;
type Step = { what: number; which: number; person: number; text: string; flag: boolean };

const commands: ((act: Act, made: Made, step: Step) => Promise<unknown>)[] = [
  async (act, { tag }, { text, which }) => {
    const colour = tagColours[which % tagColours.length];
    tag.push(await addTag(act, addTagInput.parse({ name: text, colour })));
  },
  (act, { tag }, step) => archiveTag(act, { slug: one(tag, step), isArchived: step.flag }),
  (act, { tag }, step) => shiftTag(act, { slug: one(tag, step), to: "earlier" }),
  async (act, { team }, { text }) => team.push(await addTeam(act, { name: teamNameInput.parse(text) })),
  (act, { team }, step) => archiveTeam(act, { slug: one(team, step), isArchived: step.flag }),
  (act, { team }, step) => shiftTeam(act, { slug: one(team, step), to: "earlier" }),
  (act, { team }, step) => addTeamMember(act, { slug: one(team, step), person: someone(step) }),
  (act, { team }, step) => setLead(act, { slug: one(team, step), person: someone(step), isLead: step.flag }),
  async (act, { organisation }, { text }) =>
    organisation.push(await addOrganisation(act, { name: nameInput.parse(text) })),
  (act, { organisation }, step) =>
    archiveOrganisation(act, { slug: one(organisation, step), isArchived: step.flag }),
  (act, { organisation }, step) => shiftOrganisation(act, { slug: one(organisation, step), to: "later" }),
  (act, { organisation }, step) => addDomain(act, { slug: one(organisation, step), domain: domainFor(step) }),
  (act, { organisation }, step) =>
    addMember(act, { slug: one(organisation, step), email: people[step.person]?.email ?? "" }),
  (act, { organisation }, step) =>
    setManager(act, { slug: one(organisation, step), person: someone(step), isManager: step.flag }),
  async (act, { team, reply }, step) => {
    const words = wordsOfReplyInput.parse({
      name: step.text,
      keywords: step.text,
      body: `${step.text}\n ${step.text}`,
    });
    const owner = step.flag && team.length > 0 ? { team: one(team, step) } : ("desk" as const);
    await createReply(act, owner, words);
    const { id } = await act.tx.cannedReply.findFirstOrThrow({
      orderBy: { id: "desc" },
      select: { id: true },
    });
    reply.push(id);
  },
  (act, { reply }, step) => archiveReply(act, { reply: one(reply, step) }),
  (act, { reply }, step) => shiftReply(act, { reply: one(reply, step), to: "earlier" }),
  (act, { reply }, step) =>
    writeReplyIn(act, { reply: one(reply, step), version: 1, language: "de", body: `${step.text}!` }),
  async (act, { view }, { text, which }) => {
    const query = [
      `status=open&q=${encodeURIComponent(text)}`,
      "team=mine&priority=high.low",
      "",
      "not=tag:x",
    ][which % 4];
    await createView(act, "desk", newViewInput.parse({ name: text, query }));
    const { id } = await act.tx.savedView.findFirstOrThrow({ orderBy: { id: "desc" }, select: { id: true } });
    view.push(id);
  },
  (act, { view }, step) => archiveView(act, { view: one(view, step) }),
  async (act, { article }, { text, which, flag }) => {
    const language = which % 2 === 0 ? "en" : "de";
    const slug = flag ? article[0] : undefined;
    const words = addArticleInput.parse({
      slug,
      language,
      title: text,
      category: text,
      body: `${text}\n ${text}`,
    });
    article.push((await addArticle(act, words)).slug);
  },
  (act, { article }, step) =>
    publishArticle(act, { slug: one(article, step), language: "en", isPublished: step.flag }),
  (act, { article }, step) =>
    archiveArticle(act, { slug: one(article, step), language: "en", isArchived: step.flag }),
  (act, { article }, step) => shiftArticle(act, { slug: one(article, step), language: "en", to: "earlier" }),
];

/** There is nothing of this name. */
const none = "00000000-0000-7000-8000-000000000000";
const one = (list: string[], { which }: Step) => list[which % Math.max(list.length, 1)] ?? none;
const someone = ({ person }: Step) => people[person]?.id ?? "";
const domainFor = ({ person, which }: Step) => (which % 3 === 0 ? "people.test" : `d${person}-${which}.test`);

const words = fc.oneof(
  fc.string({ minLength: 1, maxLength: 30, unit: "binary" }).filter(text => !text.includes("\0")),
  fc.constantFrom(
    "yes",
    "12",
    "~",
    "null",
    "- a",
    "a: b",
    "# c",
    "&x *y",
    "'",
    '"',
    "{{",
    "a\n  b\n",
    "é​",
    "\ttab",
    "true",
  ),
);
const steps = fc.array(
  fc.record({
    what: fc.nat(commands.length - 1),
    which: fc.nat(20),
    person: fc.nat(3),
    text: words,
    flag: fc.boolean(),
  }),
  { minLength: 5, maxLength: 40 },
);

/** What is refused, or no input of a command, changes nothing. */
async function carryOut(act: Act, made: Made, step: Step): Promise<void> {
  try {
    await commands[step.what]?.(act, made, step);
  } catch (error) {
    if (!(error instanceof Refusal) && (error as Error).name !== "ZodError") throw error;
  }
}

it("any desk that commands can make survives export and import into an empty one, and changes nothing in its own", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async steps => {
      await rehearse(operator, async act => {
        const made: Made = { tag: [], team: [], organisation: [], reply: [], view: [], article: [] };
        for (const step of steps) await carryOut(act, made, step);
        const text = await exportDesk(act, parts);
        const { length } = act.recorded;
        expect((await importDesk(act, readDeskFile(text))).differences).toEqual([]);
        expect(act.recorded).toHaveLength(length);
        await emptyDesk(act.tx);
        expect((await importDesk(act, readDeskFile(text))).notes).toEqual([]);
        expect(await exportDesk(act, parts)).toBe(text);
      });
    }),
    { numRuns: 15 },
  );
});
