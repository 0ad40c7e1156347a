import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { system } from "@/lib/actor";
import { later } from "@/lib/clock";
import { db } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { feedbackForm } from "@/lib/entry/help-forms";
import { archiveArticle, publishArticle } from "@/lib/help/change";
import { giveFeedback, noteAnswered, removeWords } from "@/lib/help/feedback";
import type { ArticleInput, FeedbackInput } from "@/lib/help/input";
import { findArticle } from "@/lib/help/read";
import { countFeedback, readFeedback } from "@/lib/help/read-feedback";
import { readRequestPage } from "@/lib/requests/customer-view";
import { aCustomer, anAdmin, anAgent, aRequest, run } from "../../support/factories";
import { aHelpArticle } from "../../support/help";
import { expectRefusal } from "../../support/refusal";

const stranger = system("front_door");
const aVisitor = () => randomUUID();

const say = (page: ArticleInput, said: Omit<FeedbackInput, keyof ArticleInput>, by = aVisitor(), at?: Date) =>
  run(stranger, act => giveFeedback(act, { ...page, ...said }, by), at);

const countsOf = async (page: ArticleInput) => (await readFeedback(await anAdmin(), page)).counts;
const wordsOf = async (page: ArticleInput) =>
  (await readFeedback(await anAdmin(), page)).rows.map(({ words }) => words);

describe("what a reader says of a help page", () => {
  it("counts for admins, with their words, the newest first, and says nowhere who it was", async () => {
    const page = await aHelpArticle();
    const customer = await aCustomer({ name: "Quiet Reader" });
    const at = new Date();
    await say(page, { isAnswered: true, words: "Clear." }, aVisitor(), at);
    await say(page, { isAnswered: true });
    const theirs = { ...page, isAnswered: false, words: "Where is the form?" };
    await run(customer, act => giveFeedback(act, theirs, customer.id), later(at, 1));
    const admin = await anAdmin();
    const read = await readFeedback(admin, page);
    expect(read.counts).toEqual({ yes: 2, no: 1, spared: 0 });
    expect(read.rows).toMatchObject([
      { isAnswered: false, words: "Where is the form?" },
      { isAnswered: true, words: "Clear." },
    ]);
    expect(JSON.stringify(read)).not.toMatch(new RegExp(`Quiet Reader|${customer.id}`));
    expect(await countFeedback(admin)).toContainEqual({ ...page, yes: 2, no: 1, spared: 0 });
  });

  it("is said once: the later word of the same visitor replaces the earlier one, even of two at once", async () => {
    const page = await aHelpArticle();
    const visitor = aVisitor();
    await say(page, { isAnswered: true, words: "Fine." }, visitor);
    await say(page, { isAnswered: false }, visitor);
    expect(await countsOf(page)).toEqual({ yes: 0, no: 1, spared: 0 });
    expect(await wordsOf(page)).toEqual([]);
    await Promise.all([1, 2, 3].map(() => say(page, { isAnswered: true }, visitor)));
    expect(await countsOf(page)).toEqual({ yes: 1, no: 0, spared: 0 });
  });

  it("does not tell that two pages were read by the same visitor", async () => {
    const pages = [await aHelpArticle(), await aHelpArticle()];
    const visitor = aVisitor();
    for (const page of pages) await say(page, { isAnswered: true }, visitor);
    const rows = await db().helpFeedback.findMany({
      where: { article: { slug: { in: pages.map(({ slug }) => slug) } } },
    });
    expect(new Set(rows.map(({ visitorHash }) => visitorHash)).size).toBe(2);
    expect(JSON.stringify(rows)).not.toContain(visitor);
  });

  it("is refused for a page that cannot be read, or of another language", async () => {
    const hidden = await aHelpArticle({}, false);
    const page = await aHelpArticle();
    for (const key of [hidden, { ...page, language: "de" }, { slug: "no-such-page", language: "en" }])
      await expectRefusal(say(key, { isAnswered: true }), "not_found");
    await run(await anAdmin(), act => archiveArticle(act, { ...page, isArchived: true }));
    await expectRefusal(say(page, { isAnswered: true }), "not_found");
  });

  it("needs one of the two buttons, and no more words than there is room for", () => {
    const whole = { slug: "a", language: "en", isAnswered: "yes" };
    const problemsWith = (wishes: object) =>
      feedbackForm.safeParse({ ...whole, ...wishes }).error?.issues.map(({ path }) => path.join("."));
    expect(problemsWith({})).toBeUndefined();
    expect(problemsWith({ isAnswered: undefined })).toEqual(["isAnswered"]);
    expect(problemsWith({ isAnswered: "maybe" })).toEqual(["isAnswered"]);
    expect(problemsWith({ words: "x".repeat(501) })).toEqual(["words"]);
    expect(problemsWith({ words: "x".repeat(100_000) })).toEqual(["words"]);
    expect(problemsWith({ slug: "../admin" })).toEqual(["slug"]);
    expect(feedbackForm.parse({ ...whole, words: " \u200b\n" }).words).toBeUndefined();
  });

  it("is paged by what was said last, without a gap and without a word twice", async () => {
    const page = await aHelpArticle();
    const at = new Date();
    const all = Array.from({ length: 60 }, (_, index) => `word ${index}`);
    for (const [index, words] of all.entries())
      await say(page, { isAnswered: true, words }, aVisitor(), later(at, Math.floor(index / 3)));
    const admin = await anAdmin();
    const first = await readFeedback(admin, page);
    const second = await readFeedback(admin, page, first.next ?? "");
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 10, null]);
    expect([...first.rows, ...second.rows].map(({ words }) => words).sort()).toEqual(all.sort());
    expect((await readFeedback(admin, page, "made-up")).rows).toHaveLength(50);
  });
});

describe("words of a reader", () => {
  it("are removed by an admin, which is recorded, and what they counted for stays", async () => {
    const page = await aHelpArticle();
    await say(page, { isAnswered: false, words: "Rude words." });
    const admin = await anAdmin();
    const [row] = (await readFeedback(admin, page)).rows;
    if (!row) throw new Error("They were not kept.");
    const removal = { feedback: row.id, seen: row.at.getTime() };
    await run(admin, act => removeWords(act, removal));
    expect(await wordsOf(page)).toEqual([]);
    expect(await countsOf(page)).toEqual({ yes: 0, no: 1, spared: 0 });
    const event = await db().event.findFirst({ where: { actorId: admin.id }, orderBy: { id: "desc" } });
    expect(event).toMatchObject({ type: "help_words_removed", data: { articleId: expect.any(String) } });
    await expectRefusal(
      run(await anAdmin(), act => removeWords(act, removal)),
      "conflict",
      /removed/,
    );
  });

  it("are not removed unseen: the admin is told that their reader has replaced them", async () => {
    const page = await aHelpArticle();
    const visitor = aVisitor();
    await say(page, { isAnswered: false, words: "First." }, visitor);
    const admin = await anAdmin();
    const [row] = (await readFeedback(admin, page)).rows;
    await say(page, { isAnswered: false, words: "Second." }, visitor, later(new Date(), 5));
    await expectRefusal(
      run(admin, act => removeWords(act, { feedback: row?.id ?? "", seen: row?.at.getTime() ?? 0 })),
      "conflict",
    );
    expect(await wordsOf(page)).toEqual(["Second."]);
  });

  it("are no business of customers and agents", async () => {
    const page = await aHelpArticle();
    await say(page, { isAnswered: false, words: "Not for you." });
    const [row] = (await readFeedback(await anAdmin(), page)).rows;
    for (const other of [await aCustomer(), await anAgent()]) {
      await expectRefusal(readFeedback(other, page), "not_found");
      await expectRefusal((async () => countFeedback(other))(), "not_found");
      await expectRefusal(
        run(other, act => removeWords(act, { feedback: row?.id ?? "", seen: row?.at.getTime() ?? 0 })),
        "not_found",
      );
    }
    await expectRefusal(readFeedback(await anAdmin(), { slug: "no-such-page", language: "en" }), "not_found");
    expect(await wordsOf(page)).toEqual(["Not for you."]);
  });
});

describe("a page that answered a question beside a form", () => {
  it("counts as a request spared, once per person, apart from what they say on the page", async () => {
    const page = await aHelpArticle();
    const customer = await aCustomer();
    await run(customer, act => giveFeedback(act, { ...page, isAnswered: false, words: "No." }, customer.id));
    for (let times = 0; times < 2; times++) await run(customer, act => noteAnswered(act, page));
    expect(await countsOf(page)).toEqual({ yes: 0, no: 1, spared: 1 });
    expect(await wordsOf(page)).toEqual(["No."]);
    await expectRefusal(
      run(stranger, act => noteAnswered(act, page)),
      "forbidden",
    );
    const hidden = await aHelpArticle({}, false);
    await expectRefusal(
      run(customer, act => noteAnswered(act, hidden)),
      "not_found",
    );
  });
});

describe("a request that was raised after a help page was read", () => {
  it("tells agents which page it was, and no customer's page", async () => {
    const page = await aHelpArticle({ title: "Lost badges" });
    const customer = await aCustomer();
    const reference = await aRequest({ by: customer, read: page });
    expect((await readDeskPage(await anAgent(), reference))?.readBefore).toMatchObject({
      ...page,
      title: "Lost badges",
    });
    expect(JSON.stringify(await readRequestPage(customer, reference))).not.toContain("Lost badges");
    const other = await aRequest({ by: customer });
    expect((await readDeskPage(await anAgent(), other))?.readBefore).toBeNull();
  });

  it("is raised all the same when the page can be read no longer, and forgets it", async () => {
    const page = await aHelpArticle();
    expect(await findArticle(`${page.slug}.en`)).toMatchObject({ name: `${page.slug}.en` });
    await run(await anAdmin(), act => publishArticle(act, { ...page, isPublished: false }));
    for (const name of [`${page.slug}.en`, `${page.slug}.de`, page.slug, "../admin.en", "", undefined])
      expect(await findArticle(name)).toBeNull();
    const reference = await aRequest({ read: page });
    expect((await readDeskPage(await anAgent(), reference))?.readBefore).toBeNull();
  });
});
