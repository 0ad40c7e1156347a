import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { commentOnRequest } from "@/lib/requests/comments";
import { editComment } from "@/lib/requests/edits";
import { buildIfChanged } from "@/scripts/build";
import { root } from "@/scripts/settings";
import { aCustomer, anAgent, aRequest, run } from "../support/factories";
import { anUnsentFile } from "../support/files";
import { holdsNoLonger, startWatchedDesk, type WatchedDesk } from "../support/loop-watch";
import { markWord, nastyTexts, ordinaryText, towerOf, withMark } from "../support/nasty";
import { cookieOf } from "../support/raise-by-post";

// What somebody leaves behind is paid for by everybody who looks at it later: the most expensive texts that we know of,
// in each place where they can be kept, on each page that shows them.

type Owner = { person: PersonActor; cookie: string };

let desk: WatchedDesk;
let agentCookie: string;
let ordinary: Owner & { reference: string };
let hostile: Owner;
const references = new Map<string, string>();

async function anOwner(name: string): Promise<Owner> {
  const person = await aCustomer({ name });
  return { person, cookie: await cookieOf(person) };
}

/** A request with a text in its summary, its answers, three comments, the name of a file and an edited comment. */
async function leaveBehind({ person: by }: Owner, text: string): Promise<string> {
  const summary = `a ${text.replace(/\s+/g, " ").slice(0, 190)}`.toWellFormed().trim();
  const reference = await aRequest({
    by,
    summary,
    answers: { details: text.slice(0, 10_000).toWellFormed() },
  });
  const file = await anUnsentFile(by, {
    name: `${text.slice(0, 500).toWellFormed()}.txt`,
    place: `/requests/${reference}#comment`,
  });
  await run(by, act => commentOnRequest(act, { reference, body: text, files: [file.id] }));
  await run(by, act => commentOnRequest(act, { reference, body: text }));
  await run(by, act => commentOnRequest(act, { reference, body: text.slice(1).toWellFormed() }));
  const { id: commentId } = await db().comment.findFirstOrThrow({
    where: { authorId: by.id },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  await run(by, act => editComment(act, { reference, commentId, body: text, seen: 0 }));
  return reference;
}

beforeAll(async () => {
  await buildIfChanged();
  const folder = join(root, "test-results");
  mkdirSync(folder, { recursive: true });
  desk = await startWatchedDesk({ WORKER: "off" }, join(folder, "expensive-stored.log"));
  agentCookie = await cookieOf(await anAgent());
  const words = withMark(ordinaryText);
  const owner = await anOwner("Ada Lovelace");
  ordinary = { ...owner, reference: await leaveBehind(owner, words) };
  for (let count = 1; count < 25; count++) await leaveBehind(owner, words);
  hostile = await anOwner(towerOf(80));
  for (const [name, text] of Object.entries(nastyTexts))
    references.set(name, await leaveBehind(hostile, withMark(text)));
}, 600_000);

afterAll(() => desk?.stop());

const get = (path: string, cookie: string) => async () => {
  const response = await fetch(desk.url + path, { headers: { cookie }, redirect: "manual" });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}.`);
};

describe.each(Object.keys(nastyTexts))("%s in a request", name => {
  it("holds nobody up on its page", async () => {
    const path = `/requests/${references.get(name)}`;
    await holdsNoLonger(
      desk,
      get(`/requests/${ordinary.reference}`, ordinary.cookie),
      get(path, hostile.cookie),
    );
  });

  it("holds nobody up on the agents' page", async () => {
    const path = `/agent/requests/${references.get(name)}`;
    await holdsNoLonger(
      desk,
      get(`/agent/requests/${ordinary.reference}`, agentCookie),
      get(path, agentCookie),
    );
  });
});

describe("all of them together hold nobody up", () => {
  it.each([
    ["in the list", "/requests?show=all"],
    ["in a search", `/requests?q=${markWord}`],
    ["in a search for many words", `/requests?q=${markWord}+a+b+c+an+it+is+at+on+in+or+to`],
    ["in the exported list", "/requests/export.csv?show=all"],
    ["in the exported data", "/settings/data/export"],
    ["in the notices", "/notifications"],
  ])("%s", (_, path) => holdsNoLonger(desk, get(path, ordinary.cookie), get(path, hostile.cookie)));
});
