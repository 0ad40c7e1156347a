import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { addArticle, archiveArticle, changeArticle, publishArticle, shiftArticle } from "@/lib/help/change";
import { addArticleInput } from "@/lib/help/input";
import { languagesFor } from "@/lib/help/languages";
import { listArticles, listHelp, readHelp, readVersions } from "@/lib/help/read";
import { makeTestDatabase } from "../../support/databases";
import { aCustomer, anAdmin, anAgent, run } from "../../support/factories";
import { aHelpArticle } from "../../support/help";
import { expectRefusal } from "../../support/refusal";
import { setSettings } from "../../support/settings";

let admin: PersonActor;

// The list of all pages is what is tested, so no other test may add some.
beforeAll(async () => {
  setSettings({ DATABASE_URL: await makeTestDatabase("help") });
  admin = await anAdmin();
});

const titlesFor = async (language: string, question?: string) =>
  (await listHelp(languagesFor(language), question)).map(({ title }) => title);

describe("a help page", () => {
  it("is read by anyone once it is published, and by admins alone before and after", async () => {
    const page = await aHelpArticle({ title: "Opening hours" }, false);
    await expectRefusal(readHelp(page.slug, ["en"]), "not_found");
    expect(await titlesFor("en")).not.toContain("Opening hours");
    expect((await listArticles(admin)).map(({ slug }) => slug)).toContain("opening-hours");
    await run(admin, act => publishArticle(act, { ...page, isPublished: true }));
    expect(await readHelp(page.slug, ["en"])).toMatchObject({ title: "Opening hours", others: [] });
    await run(admin, act => archiveArticle(act, { ...page, isArchived: true }));
    await expectRefusal(readHelp(page.slug, ["en"]), "not_found");
    expect(await titlesFor("en")).not.toContain("Opening hours");
    await run(admin, act => archiveArticle(act, { ...page, isArchived: false }));
    await run(admin, act => publishArticle(act, { ...page, isPublished: false }));
    await expectRefusal(readHelp(page.slug, ["en"]), "not_found");
    const events = await db().event.findMany({ orderBy: { id: "desc" }, take: 4, select: { type: true } });
    expect(events.map(({ type }) => type)).toEqual([
      "help_article_withdrawn",
      "help_article_restored",
      "help_article_archived",
      "help_article_published",
    ]);
  });

  it("is shown in the reader's language if it is written in it, else in English, else as it is", async () => {
    const { slug } = await aHelpArticle({ title: "Refunds" });
    await aHelpArticle({ slug, language: "de", title: "Erstattungen" });
    await aHelpArticle({ slug, language: "ar", title: "استرداد" }, false);
    const titleIn = async (tag: string) => (await readHelp(slug, languagesFor(tag))).title;
    expect(await titleIn("de-AT")).toBe("Erstattungen");
    expect(await titleIn("en-GB")).toBe("Refunds");
    expect(await titleIn("ar")).toBe("Refunds");
    expect(await titleIn("ja")).toBe("Refunds");
    expect((await readHelp(slug, languagesFor("de"))).others).toEqual(["en"]);
    expect(await titlesFor("de")).toEqual(expect.arrayContaining(["Erstattungen"]));
    expect(await titlesFor("de")).not.toContain("Refunds");
    const { slug: only } = await aHelpArticle({ language: "fr", title: "Horaires" });
    expect((await readHelp(only, languagesFor("de"))).title).toBe("Horaires");
    await expectRefusal(
      run(admin, act =>
        addArticle(act, { slug, language: "de", title: "Again", category: "Basics", body: "Again." }),
      ),
      "invalid",
    );
    await expectRefusal(
      run(admin, act =>
        addArticle(act, {
          slug: "nowhere",
          language: "de",
          title: "None",
          category: "Basics",
          body: "None.",
        }),
      ),
      "not_found",
    );
  });

  it("is found by words of its title or text, whatever their capitals and accents, and by whole short words", async () => {
    await aHelpArticle({ title: "Où est ma facture?", body: "Straße und Größe, vat id." });
    for (const words of ["ou FACTURE", "strasse grosse", "fact", "va"])
      expect(await titlesFor("en", words)).toEqual(["Où est ma facture?"]);
    for (const words of ["facture unknownword", "ss"]) expect(await titlesFor("en", words)).toEqual([]);
    expect((await titlesFor("en", " %_' ")).length).toBeGreaterThan(1);
  });

  it("keeps its address when its title changes, and tells the second of two admins what the first wrote", async () => {
    const page = await aHelpArticle({ title: "Deliveries" });
    const words = { title: "Shipping", category: "Orders", body: "First." };
    await run(admin, act => changeArticle(act, { ...page, version: 1, ...words }));
    await expectRefusal(
      run(admin, act => changeArticle(act, { ...page, version: 1, ...words, body: "Second." })),
      "conflict",
    );
    expect(await readHelp("deliveries", ["en"])).toMatchObject(words);
    await run(admin, act => changeArticle(act, { ...page, version: 2, ...words, body: "Second." }));
    const [version] = await readVersions(admin, "deliveries");
    expect(version).toMatchObject({ version: 3, body: "Second." });
    const change = await db().change.findFirst({
      orderBy: { eventId: "desc" },
      select: { values: true, event: { select: { type: true } } },
    });
    expect(change).toEqual({
      values: [{ key: "body", before: "First.", after: "Second." }],
      event: { type: "help_article_changed" },
    });
  });

  it("changes places within its category, and not with other categories and languages", async () => {
    const [one, , two] = [
      await aHelpArticle({ title: "One", category: "Order" }),
      await aHelpArticle({ title: "Between", category: "Elsewhere" }),
      await aHelpArticle({ title: "Two", category: "Order" }),
    ];
    const inOrder = async () =>
      (await listHelp(["en"])).filter(({ category }) => category === "Order").map(({ title }) => title);
    await run(admin, act => shiftArticle(act, { ...two, to: "earlier" }));
    expect(await inOrder()).toEqual(["Two", "One"]);
    await run(admin, act => shiftArticle(act, { ...two, to: "earlier" }));
    await run(admin, act => shiftArticle(act, { ...one, to: "later" }));
    expect(await inOrder()).toEqual(["Two", "One"]);
  });

  it("is no business of anybody but admins behind its public face", async () => {
    const page = await aHelpArticle();
    for (const other of [await aCustomer(), await anAgent()]) {
      await expectRefusal(listArticles(other), "not_found");
      await expectRefusal(readVersions(other, page.slug), "not_found");
      const words = { title: "Mine", category: "Mine", body: "Mine." };
      await expectRefusal(
        run(other, act => addArticle(act, { language: "en", ...words })),
        "not_found",
      );
      await expectRefusal(
        run(other, act => changeArticle(act, { ...page, version: 1, ...words })),
        "not_found",
      );
      await expectRefusal(
        run(other, act => publishArticle(act, { ...page, isPublished: false })),
        "not_found",
      );
      await expectRefusal(
        run(other, act => archiveArticle(act, { ...page, isArchived: true })),
        "not_found",
      );
      await expectRefusal(
        run(other, act => shiftArticle(act, { ...page, to: "later" })),
        "not_found",
      );
    }
    await expectRefusal(readVersions(admin, "no-such-page"), "not_found");
  });

  it("needs a title, a category, a text and a language that people can choose", () => {
    const whole = { language: "en", title: "A", category: "B", body: "C" };
    const problemsWith = (wishes: object) =>
      addArticleInput.safeParse({ ...whole, ...wishes }).error?.issues.map(({ path }) => path.join("."));
    expect(problemsWith({})).toBeUndefined();
    expect(problemsWith({ title: " \u200b", category: "", body: "\n" })).toEqual([
      "title",
      "category",
      "body",
    ]);
    expect(problemsWith({ language: "tlh" })).toEqual(["language"]);
    expect(problemsWith({ title: "x".repeat(121), body: "x".repeat(20_001) })).toEqual(["title", "body"]);
    expect(problemsWith({ slug: "../admin" })).toEqual(["slug"]);
  });
});
