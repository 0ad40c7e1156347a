import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { addNote } from "@/lib/desk/notes";
import { anAttackedDesk } from "../support/attacked";
import { aCustomer, anAgent, aParticipant, aRequest, run } from "../support/factories";
import { anOrganisation } from "../support/organisations";
import { cookieOf } from "../support/raise-by-post";
import { send } from "../support/wire";

const desk = anAttackedDesk();
const canary = `canary${randomUUID().slice(0, 8)}`;
const operators = "/api/search/operators";
const rows = () => `/api/queue?list=status%3Dall&placed=${reference}&told=${reference}&counts=yes`;
const peek = (q: string) => `/api/search?q=${encodeURIComponent(q)}`;
const get = (path: string, cookie = "") => send(desk().url, { path, headers: { cookie } });

let reference: string;
let agent: string;
let customers: string[];

beforeAll(async () => {
  const [customer, manager, colleague] = [await aCustomer(), await aCustomer(), await anAgent()];
  const organisation = await anOrganisation({
    name: `Acme ${canary}`,
    members: [customer],
    managers: [manager],
  });
  reference = await aRequest({ by: customer, organisation });
  await run(colleague, act => addNote(act, { reference, body: `Only for us: ${canary}` }));
  agent = await cookieOf(colleague);
  customers = await Promise.all([customer, manager, await aParticipant(reference)].map(cookieOf));
});

it("agents are told what to filter by, and what they would find", async () => {
  const told = await get(operators, agent);
  expect([told.status, told.headers["cache-control"]]).toEqual([200, "no-store"]);
  expect(told.text).toContain(`Acme ${canary}`);
  const found = await get(peek(canary), agent);
  expect([found.status, found.headers["cache-control"]]).toEqual([200, "no-store"]);
  expect(found.text).toContain(reference);
  const changed = await get(rows(), agent);
  expect([changed.status, changed.headers["cache-control"]]).toEqual([200, "no-store"]);
  expect(JSON.parse(changed.text)).toMatchObject({
    order: [reference],
    counts: { open: expect.any(Number) },
  });
});

it("customers, participants, managers of an organisation, strangers and the logged out are told nothing", async () => {
  for (const cookie of [...customers, "lodge-session=made-up", ""])
    for (const path of [
      operators,
      peek(canary),
      peek(`org:acme`),
      peek(""),
      rows(),
      "/agent?q=status:open",
    ]) {
      const { status, text } = await get(path, cookie);
      expect([302, 303, 307, 401, 404], path).toContain(status);
      expect(text, path).not.toMatch(/Acme|assignee|LDG-\d/);
    }
});

it("whatever is typed is answered", async () => {
  const typed = [
    "status:",
    ":",
    "-:",
    `"`,

    "a:".repeat(200),
    "-".repeat(400),
    "from:%",
    "x".repeat(501),
    "org:' or 1=1",
  ];
  for (const q of typed) {
    expect((await get(peek(q), agent)).status, q).toBe(200);
    const query = new URLSearchParams({ q, not: `type:${q.slice(0, 100)}`, organisation: q.slice(0, 100) });
    expect((await get(`/agent?${query}`, agent)).status, q).toBe(200);
  }
  const many = Array.from({ length: 50 }, () => "not=status:open").join("&");
  expect((await get(`/agent?${many}`, agent)).status).toBe(200);
});
