import { beforeAll, describe, expect, it } from "vitest";
import { days, later } from "@/lib/clock";
import { addCustomerNote } from "@/lib/desk/customer-notes";
import { linkRequest } from "@/lib/desk/linking";
import { setPriority } from "@/lib/desk/priority";
import { snoozeRequest } from "@/lib/desk/snooze";
import { tagByName } from "@/lib/desk/tagging";
import { commentOnRequest } from "@/lib/requests/comments";
import { anAttackedDesk, complaintsOf } from "../support/attacked";
import { eventually } from "../support/eventually";
import { aCustomer, anAdmin, anAgent, aParticipant, aRequest, run } from "../support/factories";
import { anOrganisation } from "../support/organisations";
import { cookieOf } from "../support/raise-by-post";
import { pulsesIn, streaming } from "../support/streaming";
import { send } from "../support/wire";

const desk = anAttackedDesk();
const canary = "Kestrel Canary";
/** A note about the customer, which nobody but they find, and in their own data alone. */
const osprey = "Calls himself Osprey";
/** What a page says of them, in whatever way; what scripts have a priority for the browser is none of it. */
const internal = /kestrel|osprey|(?<!fetch)priorit|urgent|snooz|class="tag/i;

let reference: string;
let organisation: string;
let agent: Awaited<ReturnType<typeof anAgent>>;
const readers: [who: string, cookie: string][] = [];

beforeAll(async () => {
  // Before there are agents, who hear of what is raised.
  const other = await aRequest({ summary: `${canary} of somebody else` });
  const [customer, manager] = [await aCustomer(), await aCustomer()];
  organisation = await anOrganisation({ members: [customer], managers: [manager] });
  reference = await aRequest({ by: customer, organisation });
  for (const [who, person] of [
    ["its customer", customer],
    ["a participant", await aParticipant(reference)],
    ["a manager", manager],
    ["an agent who takes part", await aParticipant(reference, await anAgent())],
  ] as const)
    readers.push([who, await cookieOf(person)]);
  agent = await anAgent();
  await run(agent, act => setPriority(act, { reference, to: "urgent" }));
  await run(agent, act => tagByName(act, { reference, name: canary, isNew: true }));
  await run(agent, act => linkRequest(act, { reference, other, kind: "related" }));
  await run(agent, act => addCustomerNote(act, { reference, body: osprey }));
  await run(agent, act => snoozeRequest(act, { reference, until: later(new Date(), days(1)) }));
});

/** A page repeats the words of its address. */
const withoutAddress = (text: string, path: string) =>
  path
    .split(/[^a-z-]+/i)
    .filter(word => word.length > 3)
    .reduce((rest, word) => rest.replaceAll(word, ""), text);

const get = (path: string, headers: Record<string, string>) => send(desk().url, { path, headers });

describe("priority, tags, links, snooze and notes about customers", () => {
  it("are in no page, payload, search or export of whoever is no agent of the request", async () => {
    const cookie = await cookieOf(agent);
    const { text: whole } = await get(`/agent/requests/${reference}`, { cookie });
    for (const words of [canary, osprey]) expect(whole).toContain(words);
    for (const [who, cookie] of readers)
      for (const headers of [{ cookie }, { cookie, rsc: "1" }] as Record<string, string>[])
        for (const path of [
          `/requests/${reference}`,
          `/requests/${reference}?history=all`,
          "/requests?show=all&columns=priority&columns=tags&sort=priority.asc",
          "/requests?q=kestrel",
          "/notifications",
          `/ours/${organisation}`,
          `/ours/${organisation}/export.csv?columns=priority&columns=tags`,
          `/api/live/now?request=${reference}`,
          "/requests/export.csv?columns=priority&columns=tags",
          "/settings/data/export",
        ]) {
          const { text } = await get(path, headers);
          const isTheirs = path === "/settings/data/export" && who === "its customer";
          if (isTheirs && !headers.rsc) expect(text).toContain(osprey);
          const rest = isTheirs ? text.replace(osprey, "") : text;
          expect(withoutAddress(rest, path), `${path} for ${who}`).not.toMatch(internal);
        }
  });

  it("are changed and listed by nobody but agents, and kept by nobody but operators", async () => {
    const [, customer = ""] = readers[0] ?? [];
    for (const path of [
      "/admin/tags",
      "/admin/tags/kestrel-canary",
      "/agent",
      "/agent/export.csv",
      `/agent/requests/${reference}`,
    ]) {
      const { status, text } = await get(path, { cookie: customer });
      expect([404, 307], path).toContain(status);
      expect(withoutAddress(text, path), path).not.toMatch(internal);
    }
    const cookie = await cookieOf(agent);
    for (const path of ["/admin/tags", "/admin/settings"])
      for (const who of [cookie, customer]) expect((await get(path, { cookie: who })).status, path).toBe(404);
    const { status, text } = await get("/admin/tags", { cookie: await cookieOf(await anAdmin()) });
    expect([status, text]).toEqual([200, expect.stringContaining(canary)]);
  });

  it("stir no stream of theirs when they change", async () => {
    const [, cookie = ""] = readers[0] ?? [];
    const { sent, end } = await streaming(desk(), `request=${reference}`, cookie);
    const pulses = () => pulsesIn(sent());
    await eventually(() => expect(pulses()).toBe(1));
    await run(agent, act => setPriority(act, { reference, to: "low" }));
    await run(agent, act => tagByName(act, { reference, name: "Kestrel again", isNew: true }));
    await run(agent, act => addCustomerNote(act, { reference, body: `${osprey} again` }));
    // Said after it, so whatever it would have been told is there by then.
    await run(agent, act => commentOnRequest(act, { reference, body: "Hello" }));
    await eventually(() => expect(pulses()).toBe(2));
    expect(sent()).not.toMatch(internal);
    end();
    expect(complaintsOf(desk())).toEqual([]);
  });
});
