import { beforeAll, expect, it } from "vitest";
import { fill } from "@/bench/fill";
import type { PersonActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { addNote } from "@/lib/desk/notes";
import { commentOnRequest } from "@/lib/requests/comments";
import { listRequests } from "@/lib/search/list";
import { readView } from "@/lib/search/own-list";
import { makeTestDatabase } from "../../support/databases";
import { aCustomer, actorOf, anAgent, aRequest, run } from "../../support/factories";
import { setSettings, settingsInUse } from "../../support/settings";

// A person with more requests than one page looks at, so that how far it has looked could tell something, too.
let reader: PersonActor;

beforeAll(async () => {
  setSettings({ DATABASE_URL: await makeTestDatabase("others_words") });
  await fill(settingsInUse().DATABASE_URL, { people: 1, requests: 2_300, commentsEach: 0 });
  const { email } = await db().person.findFirstOrThrow({ where: { email: { endsWith: "@crowd.test" } } });
  reader = await actorOf(email);
  await aRequest({ by: reader, summary: "A heron", at: new Date(Date.now() - 300 * 86_400_000) });
});

/** All words of so many letters that begin with these. */
function wordsWith(start: string, length: number, most: number): string[] {
  let words = [start];
  while (words[0] && words[0].length < length)
    words = words
      .flatMap(word => [..."abcdefghijklmnopqrstuvwxyz"].map(letter => word + letter))
      .slice(0, most);
  return words;
}

const searches = [
  "zqpart",
  "column zqpart",
  '"zqpart column"',
  "zq",
  "column",
  "colunm",
  "herom",
  "exprt loses",
  "2299",
  "loses zqpart exprt colunm",
];

async function results() {
  const all = [];
  // One after the other, because a person's corrections are made so.
  for (const q of searches) {
    const { rows, next, hasStopped, correction } = await listRequests(reader, readView(`q=${q}`));
    all.push({ q, found: rows.map(({ reference }) => reference), next, hasStopped, correction });
  }
  return all;
}

it("what others write changes nothing of what one finds, how far one has looked, and what is taken for misspelt", async () => {
  const before = await results();
  expect(before).toMatchObject([
    { found: [], hasStopped: false },
    { found: [], hasStopped: false },
    { found: [], hasStopped: false },
    { found: [], hasStopped: true },
    { hasStopped: false, correction: [] },
    { correction: [{ typed: "colunm", meant: "column" }] },
    { found: [expect.any(String)], correction: [{ typed: "herom", meant: "heron" }] },
    { correction: [{ typed: "exprt", meant: "export" }] },
    { correction: [] },
    { found: [], correction: [] },
  ]);
  const [other, agent] = [await aCustomer({ name: "Herom Colunm" }), await anAgent()];
  const reference = await aRequest({ by: other, summary: "zqpart colunm herom exprt" });
  await run(agent, act => addNote(act, { reference, body: "zqpart, colunm: herom exprt" }));
  const floods = [
    // The same part in more words than are looked up, and than make a word right.
    wordsWith("zqpart", 8, 600),
    wordsWith("colunm", 8, 600),
    // Nearer to what is typed than the reader's own words.
    wordsWith("herom", 6, 26).concat(
      wordsWith("hero", 5, 26),
      wordsWith("colun", 6, 26),
      wordsWith("exprt", 6, 26),
    ),
    // More words with the same beginning than are compared.
    wordsWith("e", 5, 1_500),
    wordsWith("co", 6, 1_500),
  ];
  for (const words of floods)
    await run(other, act =>
      commentOnRequest(act, { reference, body: words.filter(word => word !== "heron").join(" ") }),
    );
  expect(await results()).toEqual(before);
});
