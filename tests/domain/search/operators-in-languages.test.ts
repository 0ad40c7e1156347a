import { beforeAll, describe, expect, it } from "vitest";
import { complete } from "@/app/agent/complete";
import type { PersonActor } from "@/lib/actor";
import { translatorOf } from "@/lib/messages/translate";
import { deskList } from "@/lib/search/desk-list";
import { type OfferedOperator, offerOperators } from "@/lib/search/offered";
import { readTyped, writeTyped } from "@/lib/search/operators";
import { listQueueChoices } from "@/lib/search/queue";
import { vocabularyOf } from "@/lib/search/vocabulary";
import { anAgent } from "../../support/factories";
import { aTeam } from "../../support/teams";

let agent: PersonActor;

beforeAll(async () => {
  agent = await anAgent();
  await aTeam({ members: [agent] });
});

const ownWords = { en: ["mine"], de: ["ich", "mir"], ar: ["أنا", "إليّ"] };

describe.each(["en", "de", "ar"] as const)("filters typed in the words of a reader of %s", language => {
  const t = translatorOf(language);
  const vocabulary = async () => vocabularyOf(t, await listQueueChoices(agent));
  const read = async (q: string) => readTyped(deskList, { q }, await vocabulary());

  it("mean what they mean in English, and are written in these words again", async () => {
    const offered = await offerOperators(agent, t);
    for (const { name, neutral = name, values } of offered)
      for (const [said] of values) {
        const { view, problems, words } = await read(`${name}:${said}`);
        expect({ problems, words }, `${name}:${said}`).toEqual({ problems: [], words: "" });
        expect((await read(`${neutral}:${said}`)).view).toEqual(view);
        const written = writeTyped(deskList, view, await vocabulary());
        // What nobody has to type is not written.
        if (written === "") continue;
        expect((await read(written)).view.filters).toEqual(view.filters);
        expect(written.startsWith(`${name}:`), written).toBe(true);
      }
    expect((await read("status:resolved -assignee:me")).problems).toEqual([]);
  });

  it("know what readers call themselves", async () => {
    for (const word of [...ownWords[language], "me"]) {
      const { view, problems } = await read(`assignee:${word}`);
      expect(problems, word).toEqual([]);
      expect(view.filters).toContainEqual({ field: "assignee", operator: "is", value: "me" });
    }
  });

  it("are one word each, and no two are the same", async () => {
    const offered = await offerOperators(agent, t);
    const names = offered.map(({ name }) => name);
    for (const name of names) expect(name).toMatch(/^\p{L}[\p{L}-]*$/u);
    expect(new Set(offered.flatMap(({ name, neutral }) => [name, neutral ?? name])).size).toBe(
      offered.reduce((count, { neutral }) => count + (neutral ? 2 : 1), 0),
    );
    if (language === "en") expect(offered.every(({ neutral }) => neutral === undefined)).toBe(true);
  });
});

it("are completed from the reader's word and from the English one", async () => {
  const offered: OfferedOperator[] = await offerOperators(agent, translatorOf("de"));
  const labels = (text: string) =>
    complete(text, text.length, offered).completions.map(({ label, text }) => label || text);
  for (const typed of ["zustä", "zusta", "assig"]) expect(labels(typed)).toContain("zuständig:");
  expect(labels("status:gel")).toContain("Gelöst");
  expect(complete("zuständig:mir", 13, offered).completions[0]?.text).toBe('zuständig:"Mir zugewiesen" ');
  expect(
    readTyped(
      deskList,
      { q: 'zuständig:"Mir zugewiesen"' },
      vocabularyOf(translatorOf("de"), await listQueueChoices(agent)),
    ).view.filters,
  ).toContainEqual({ field: "assignee", operator: "is", value: "me" });
});
