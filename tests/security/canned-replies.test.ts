import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { repliesPath } from "@/lib/canned-replies/paths";
import { db } from "@/lib/db";
import { sendAnswer } from "@/lib/entry/desk-forms";
import { translatorOf } from "@/lib/messages/translate";
import { writeMyData } from "@/lib/my-data/write";
import { anAttackedDesk, complaintsOf } from "../support/attacked";
import { aReply, textOf } from "../support/canned-replies";
import { aCustomer, anAdmin, anAgent, aParticipant, aRequest, run } from "../support/factories";
import { anOrganisation } from "../support/organisations";
import { fieldsIn, readPlainly, sendPlainly } from "../support/plain-forms";
import { cookieOf } from "../support/raise-by-post";
import { aTeam } from "../support/teams";
import { send } from "../support/wire";

const desk = anAttackedDesk();
const canary = `canary-${randomUUID()}`;
const own = "/agent/settings/canned-replies";
const ofDesk = "/admin/canned-replies";

let customer: PersonActor;
let agent: PersonActor;
let reference: string;
let cookies: Record<"customer" | "agent" | "colleague" | "admin", string>;
let mine: Awaited<ReturnType<typeof aReply>>;
let everybodys: Awaited<ReturnType<typeof aReply>>;
let teams: Awaited<ReturnType<typeof aReply>>;
let ofTeam: string;
let manager: PersonActor;

beforeAll(async () => {
  customer = await aCustomer();
  manager = await aCustomer();
  await anOrganisation({ members: [customer], managers: [manager] });
  agent = await anAgent();
  reference = await aRequest({ by: customer });
  const words = { keywords: canary, body: `${canary} {{customer.name}}` };
  mine = await aReply({ by: agent, name: `Mine ${canary}`, ...words });
  everybodys = await aReply({ name: `Everybody's ${canary}`, ...words });
  const team = await aTeam({ members: [agent], name: `Team of ${canary}`.slice(0, 60) });
  teams = await aReply({ team, name: `The team's ${canary}`, ...words });
  ofTeam = repliesPath({ team });
  cookies = {
    customer: await cookieOf(customer),
    agent: await cookieOf(agent),
    colleague: await cookieOf(await anAgent()),
    admin: await cookieOf(await anAdmin()),
  };
});

const get = (path: string, cookie = "") => send(desk().url, { path, headers: { cookie } });
const offer = (of = reference) => `/api/canned-replies?request=${of}`;

describe("what agents insert is loaded", () => {
  it("by agents: each gets their own, their teams' and the desk's", async () => {
    const { status, headers, text } = await get(offer(), cookies.agent);
    expect(status).toBe(200);
    expect(headers["cache-control"]).toBe("no-store");
    expect(text).toContain(mine.name);
    expect(text).toContain(everybodys.name);
    expect(text).toContain(teams.name);
    const theirs = await get(offer(), cookies.colleague);
    for (const { name } of [mine, teams]) expect(theirs.text).not.toContain(name);
  });

  it("by nobody else: a customer, a made-up session and somebody signed out find nothing there", async () => {
    for (const cookie of [cookies.customer, "lodge-session=made-up", ""]) {
      const { status, text } = await get(offer(), cookie);
      expect([status, text]).toEqual([404, ""]);
    }
    for (const none of ["LDG-99999999", "", "%00", "'; drop table canned_replies"])
      expect((await get(offer(encodeURIComponent(none)), cookies.agent)).status).toBe(404);
  });
});

describe("the pages of replies", () => {
  it("are not there for those who may not keep them", async () => {
    const pages = (path: string, slug: string) => [path, `${path}/new`, `${path}/${slug}`];
    const closed: [string, string[]][] = [
      [
        cookies.customer,
        [
          ...pages(own, mine.slug),
          ...pages(ofDesk, everybodys.slug),
          ...pages(ofTeam, teams.slug),
          `${own}/${mine.slug}?language=de`,
        ],
      ],
      [cookies.agent, [...pages(ofDesk, everybodys.slug), ...pages(ofTeam, teams.slug)]],
      [cookies.colleague, [`${own}/${mine.slug}`, ...pages(ofTeam, teams.slug)]],
      [cookies.admin, [`${own}/${mine.slug}`]],
    ];
    for (const [cookie, paths] of closed)
      for (const path of paths) {
        const { status, text } = await get(path, cookie);
        expect(status, path).toBe(404);
        // The address itself has the slug.
        for (const words of [mine.name, everybodys.name, teams.name, `${canary} {{`])
          expect(text, path).not.toContain(words);
      }
    expect((await get(`${own}/${mine.slug}`, cookies.agent)).text).toContain(canary);
    expect((await get(`${ofDesk}/${everybodys.slug}`, cookies.admin)).text).toContain(canary);
    expect((await get(`${ofTeam}/${teams.slug}`, cookies.admin)).text).toContain(canary);
  });

  it("have forms that change nothing of somebody else's, whatever they are told to change", async () => {
    const reply = await aReply({ by: agent, name: `Other ${canary}` });
    const change = async (cookie: string, path: string, id: string) => {
      const fields = fieldsIn(await (await readPlainly(desk().url + path, cookie)).text(), "reply");
      return sendPlainly(desk().url + path, cookie, fields, { reply: id, version: "1", body: "Taken over" });
    };
    const colleague = await anAgent();
    const theirs = await aReply({ by: colleague });
    const path = `${own}/${theirs.slug}`;
    for (const id of [reply.id, everybodys.id, teams.id]) await change(await cookieOf(colleague), path, id);
    await change(cookies.admin, `${ofDesk}/${everybodys.slug}`, reply.id);
    expect(await textOf(reply.id)).toBe("Hello.");
    for (const { id } of [everybodys, teams]) expect(await textOf(id)).toContain(canary);
    await change(cookies.agent, `${own}/${reply.slug}`, reply.id);
    expect(await textOf(reply.id)).toBe("Taken over");
  });
});

it("a customer, a participant and a manager of their organisation meet no name, keyword or text of a reply: not on pages, in mails, or in their data", async () => {
  const participant = await aParticipant(reference);
  await run(agent, act =>
    sendAnswer(act, { reference, version: 1, mode: "reply", body: "What was inserted is mine now." }),
  );
  for (const person of [customer, participant, manager]) {
    const cookie = await cookieOf(person);
    const pages = [
      "/",
      "/requests",
      `/requests/${reference}`,
      "/notifications",
      "/settings",
      "/settings/data",
    ];
    for (const path of [...pages, "/requests/export.csv", `/api/live/now?request=${reference}`]) {
      const { text } = await get(path, cookie);
      expect(text, path).not.toContain(canary);
      expect(text, path).not.toMatch(/canned/i);
    }
    let data = "";
    for await (const piece of writeMyData(person, translatorOf("en"))) data += piece;
    expect(data).not.toContain(canary);
    expect(data).not.toMatch(/canned/i);
  }
  const told = { OR: [{ html: { contains: canary } }, { text: { contains: canary } }] };
  expect(await db().delivery.count({ where: told })).toBe(0);
  let ownData = "";
  for await (const piece of writeMyData(agent, translatorOf("en"))) ownData += piece;
  expect(ownData).toContain(mine.name);
  for (const { name } of [everybodys, teams]) expect(ownData).not.toContain(name);
});

it("none of this makes the desk complain", () => expect(complaintsOf(desk())).toEqual([]));
