import { beforeAll, describe, expect, it } from "vitest";
import { captureQueries, planOf } from "@/bench/capture";
import type { PersonActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { commentOnRequest } from "@/lib/requests/comments";
import { deskList } from "@/lib/search/desk-list";
import { listRequests } from "@/lib/search/list";
import { readView } from "@/lib/search/own-list";
import { listQueue } from "@/lib/search/queue";
import { ownScope } from "@/lib/search/scope";
import { correctTerms } from "@/lib/search/spelling";
import { readTerms } from "@/lib/search/terms";
import { takeTurn } from "@/lib/search/turns";
import { readListQuery } from "@/lib/search/view";

import { eventually } from "../support/eventually";
import { aCustomer, anAgent, aRequest, run } from "../support/factories";
import { settingsInUse } from "../support/settings";

// What a customer can do to everybody by searching: many words that nobody wrote, many times, over very long comments.

const search = (who: PersonActor, q: string) =>
  listRequests(who, readView(new URLSearchParams({ q }).toString()));

let reader: PersonActor;
let reference: string;

/** 20,000 characters of words that are all different. */
function manyWords(seed: number): string {
  let text = "";
  for (let count = 0; text.length < 19_980; count++)
    text += `${(seed * 7_919 + count * 104_729).toString(36)}x `;
  return text.trim();
}

async function writeLongComments(count: number, from: number): Promise<void> {
  for (let place = 0; place < count; place++)
    await run(reader, act => commentOnRequest(act, { reference, body: manyWords(from + place) }));
}

beforeAll(async () => {
  reader = await aCustomer();
  reference = await aRequest({ by: reader, summary: "The printer is on fire" });
  await writeLongComments(30, 0);
});

describe("a correction", () => {
  it("reads the same however much was written", async () => {
    const pagesOf = async () => {
      const queries = await captureQueries(() => search(reader, "pritner"));
      const query = queries.find(({ text }) => text.includes("similarity"));
      if (!query) throw new Error("No correction was looked for.");
      return (await planOf(settingsInUse().DATABASE_URL, query)).pages;
    };
    const before = await pagesOf();
    await writeLongComments(60, 30);
    expect(await pagesOf()).toBeLessThanOrEqual(before * 1.5);
  });

  it("is made for up to three words, and for none of a search that has more of them wrong", async () => {
    const who = await aCustomer();
    await aRequest({ by: who, summary: "Quarterly invoice printer toner" });
    const { rows, correction } = await search(who, "quaterly invioce pritner toner");
    expect(rows).toHaveLength(1);
    expect(correction.map(({ meant }) => meant).toSorted()).toEqual(["invoice", "printer", "quarterly"]);
    expect(await search(who, "quaterly invioce pritner tonre")).toMatchObject({ rows: [], correction: [] });
  });

  it("is made for one search of a person and for two of a desk at a time", async () => {
    const people = [await aCustomer(), await aCustomer(), await aCustomer()] as const;
    for (const who of people) await aRequest({ by: who, summary: "The printer is on fire" });
    const { terms } = readTerms("pritner", "LDG");
    const correct = async (who: PersonActor) => (await correctTerms(who, terms, ownScope(who)))?.correction;
    const corrected = [{ typed: "pritner", meant: "printer" }];
    expect(await Promise.all([correct(people[0]), correct(people[0])])).toEqual([corrected, undefined]);
    expect(await Promise.all(people.map(correct))).toEqual([corrected, corrected, undefined]);
    expect(await correct(people[2])).toEqual(corrected);
  });
});

describe("a search", () => {
  it("waits while two of the same person run, and for nobody else's", async () => {
    const [own, other] = ["own", "other"];
    const running: string[] = [];
    const ends: (() => void)[] = [];
    const begin = (who: string, name: string) =>
      takeTurn(who, () => {
        running.push(name);
        return new Promise<void>(resolve => ends.push(resolve));
      });
    const all = ["first", "second", "third"].map(name => begin(own, name));
    all.push(begin(other, "somebody else's"));
    const begun = (...names: string[]) => eventually(() => expect(running).toEqual(names));
    await begun("first", "second", "somebody else's");
    ends[0]?.();
    await begun("first", "second", "somebody else's", "third");
    for (const end of ends) end();
    await Promise.all(all);
  });

  it("that fails gives its turn to the next", async () => {
    const fail = () => takeTurn("unlucky", () => Promise.reject(new Error("no")));
    await expect(Promise.allSettled([fail(), fail(), fail(), fail()])).resolves.toHaveLength(4);
    expect(await takeTurn("unlucky", async () => "found")).toBe("found");
  });

  it("that takes too long is stopped and says so, and its correction is left out", async () => {
    await db().$transaction(
      async tx => {
        await tx.$executeRaw`lock table passages in access exclusive mode`;
        expect(await correctTerms(reader, readTerms("pritner", "LDG").terms, ownScope(reader))).toBeNull();
        expect(await search(reader, "pritner")).toMatchObject({ rows: [], isGivenUp: true });
      },
      { timeout: 15_000 },
    );
    expect(await search(reader, "printer")).toMatchObject({ isGivenUp: false });
  });

  it("of an agent that takes too long is stopped and says so as well", async () => {
    const agent = await anAgent();
    const find = (words: string) => listQueue(agent, readListQuery(deskList, `q=${words}`));
    await db().$transaction(
      async tx => {
        await tx.$executeRaw`lock table notes in access exclusive mode`;
        expect(await find("absent")).toMatchObject({ rows: [], isGivenUp: true });
      },
      { timeout: 15_000 },
    );
    expect(await find("fire")).toMatchObject({ isGivenUp: false });
  });
});
