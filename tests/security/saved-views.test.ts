import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { createView } from "@/lib/saved-views/change";
import { anAttackedDesk } from "../support/attacked";
import { aCustomer, anAdmin, anAgent, aParticipant, aRequest, run } from "../support/factories";
import { anOrganisation } from "../support/organisations";
import { cookieOf } from "../support/raise-by-post";
import { send } from "../support/wire";

const desk = anAttackedDesk();
const canary = `canary-${randomUUID()}`;
const get = (path: string, cookie = "") => send(desk().url, { path, headers: { cookie } });

let reference: string;
let organisation: string;
let own: string;
let shared: string;
let cookies: Record<"agent" | "colleague" | "admin", string>;
let customers: string[];

beforeAll(async () => {
  const [customer, manager, agent, admin] = [
    await aCustomer(),
    await aCustomer(),
    await anAgent(),
    await anAdmin(),
  ];
  organisation = await anOrganisation({ members: [customer], managers: [manager] });
  reference = await aRequest({ by: customer, organisation });
  const words = (name: string) => ({ name: `${name} ${canary.slice(0, 20)}`, query: `q=${canary}` });
  own = await run(agent, act => createView(act, "person", words("Own")));
  shared = await run(admin, act => createView(act, "desk", words("Shared")));
  cookies = {
    agent: await cookieOf(agent),
    colleague: await cookieOf(await anAgent()),
    admin: await cookieOf(admin),
  };
  customers = await Promise.all([customer, manager, await aParticipant(reference)].map(cookieOf));
});

it("a view of somebody else is no view, and what it looks for is told to nobody", async () => {
  expect((await get(`/agent?view=${own}`, cookies.agent)).text).toContain(canary);
  for (const cookie of [cookies.colleague, cookies.admin]) {
    const { status, text } = await get(`/agent?view=${own}`, cookie);
    expect(status).toBe(200);
    expect(text).not.toContain("Own canary");
    expect(text).not.toContain(canary);
    expect((await get("/agent", cookie)).text).toContain("Shared canary");
    expect((await get("/agent/settings/views", cookie)).text).not.toContain("Own canary");
  }
  expect((await get("/admin/views", cookies.admin)).text).not.toContain("Own canary");
  expect((await get("/admin/views", cookies.agent)).status).toBe(404);
});

it("a customer, a participant and a manager of an organisation meet no view anywhere", async () => {
  for (const cookie of [...customers, ""]) {
    for (const path of [`/agent?view=${shared}`, "/agent/settings/views", "/admin/views"])
      expect((await get(path, cookie)).status, path).not.toBe(200);
    const pages = [
      "/",
      "/requests",
      `/requests/${reference}`,
      `/ours/${organisation}`,
      "/notifications",
      "/settings",
    ];
    const data = [
      "/settings/data/export",
      "/requests/export.csv",
      `/api/live/now?request=${reference}`,
      "/agent",
    ];
    for (const path of [...pages, ...data, "/admin/views", `/agent?view=${shared}`]) {
      const { text } = await get(path, cookie);
      for (const words of [canary, "Shared canary"]) expect(text, path).not.toContain(words);
      expect(text, path).not.toContain("savedViews");
    }
  }
});
