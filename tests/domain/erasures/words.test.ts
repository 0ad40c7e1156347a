import { beforeAll, describe, expect, it } from "vitest";
import { authenticate } from "@/lib/accounts/sessions";
import { days, later, minutes } from "@/lib/clock";
import { db } from "@/lib/db";
import { readDeskPage } from "@/lib/desk/agent-view";
import { eraseDue } from "@/lib/entry/erasures";
import { askForErasure } from "@/lib/erasures/ask";
import { weedVocabulary } from "@/lib/erasures/vocabulary";
import { readRequestPage } from "@/lib/requests/customer-view";
import { aCanary } from "../../support/canary";
import { makeTestDatabase } from "../../support/databases";
import { eventually } from "../../support/eventually";
import { columnsWith, tablesByModel } from "../../support/every-column";
import { anAdmin, aPerson, run } from "../../support/factories";
import { fates } from "../../support/personal-columns";
import { commentsOf, eventsOf, rowOf } from "../../support/records";
import { sentMails } from "../../support/sent-mails";
import { setSettings } from "../../support/settings";

// Every table is searched, so no other test may write meanwhile.
beforeAll(async () => setSettings({ DATABASE_URL: await makeTestDatabase("erased_words") }));

const word = "quillonfeather";

/** Of these no row of the canary is known by the column itself. */
const wordColumns = () => {
  const tables = tablesByModel();
  return Object.entries(fates).flatMap(([model, own]) =>
    Object.entries(own).flatMap(([column, fate]) =>
      fate === "words" ? [`${tables.get(model)}.${column === "leftOut" ? "files" : column}`] : [],
    ),
  );
};

const bodiesOf = async (reference: string) => (await commentsOf(reference)).map(({ body }) => body);

describe("after a person is erased", () => {
  it("no column of any table holds a word or an address of theirs; what others wrote and what happened stays", async () => {
    const { person, customer, colleague, own, shared, served } = await aCanary(word);
    // Some mails are sent, one waits.
    await sentMails({ kind: { not: "comment_posted" } });
    for (const reference of [own, shared])
      await sentMails({ kind: "comment_posted", requestId: (await rowOf(reference)).id });
    await db().suppression.create({
      data: { email: person.email, kind: "bounced", reason: "gone", at: new Date() },
    });
    const waiting = { kind: "comment_posted", requestId: (await rowOf(served)).id, personId: customer.id };
    const before = await columnsWith(word);
    expect([...wordColumns(), "vocabulary.word"].filter(column => !before.includes(column))).toEqual([]);
    const happened = await Promise.all([own, shared, served].map(eventsOf));

    await run(await anAdmin(), act => askForErasure(act, { person: person.id, email: person.email }));
    await eraseDue(later(new Date(), days(13)));
    expect(await bodiesOf(own)).toContain(`${word} 6`);
    await eraseDue(later(new Date(), days(14) + minutes(1)));
    await eventually(weedVocabulary);
    expect(await columnsWith(word)).toEqual([]);

    expect(await Promise.all([own, shared, served].map(eventsOf))).toEqual(happened);
    expect(await bodiesOf(own)).toEqual(["These words were erased.", "We looked at it."]);
    expect(await rowOf(shared)).toMatchObject({ summary: "The tram is late" });
    const notes = await db().note.findMany({ orderBy: { id: "asc" }, select: { body: true } });
    expect(notes.map(({ body }) => body)).toEqual([
      "These words were erased.",
      "A colleague’s own note",
      "What do you think, @Erased person? Or @Erased person?",
    ]);
    for (const mail of await sentMails(waiting)) {
      expect(mail).toMatchObject({ state: "sent" });
      expect(mail.text).toContain("These words were erased.");
    }
    expect(await columnsWith(word)).toEqual([]);

    const page = JSON.stringify(await readRequestPage(customer, served));
    expect(page).toContain("Erased person");
    expect(page).toContain("These words were erased.");
    expect(JSON.stringify(await readDeskPage(colleague, own))).toContain("Erased request");
    await expect(
      authenticate({ email: person.email, password: "Harbour-lamp 27 quietly!" }),
    ).rejects.toThrow();
    // The address is nobody's, and can be somebody's again.
    await aPerson("customer", { email: person.email });
    expect(await db().erasure.findMany({ select: { personId: true, erasedAt: true } })).toMatchObject([
      { personId: person.id, erasedAt: expect.any(Date) },
    ]);
  });
});
