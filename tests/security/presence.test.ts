import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { endLook, listPresent, noteLook } from "@/lib/desk/presence";
import { commentOnRequest } from "@/lib/requests/comments";
import { anAttackedDesk, complaintsOf, ownHeaders } from "../support/attacked";
import { eventually } from "../support/eventually";
import { aCustomer, anAgent, aParticipant, aRequest, run } from "../support/factories";
import { anOrganisation } from "../support/organisations";
import { cookieOf } from "../support/raise-by-post";
import { pulsesIn, streaming } from "../support/streaming";
import { send } from "../support/wire";

const desk = anAttackedDesk();
const canary = "Kestrel Canary";
const newLook = () => randomBytes(16).toString("hex");

/** Nothing but her presence would ever name her. */
let kestrel: PersonActor;
let reference: string;
let customer: PersonActor;
const readers: [who: string, cookie: string][] = [];

beforeAll(async () => {
  const manager = await aCustomer();
  customer = await aCustomer();
  await anOrganisation({ members: [customer], managers: [manager] });
  reference = await aRequest({ by: customer });
  const agentOnIt = await anAgent();
  for (const [who, person] of [
    ["its customer", customer],
    ["a participant", await aParticipant(reference)],
    ["a manager", manager],
    ["an agent who takes part", await aParticipant(reference, agentOnIt)],
  ] as const)
    readers.push([who, await cookieOf(person)]);
  kestrel = await anAgent({ name: canary });
});

const look = (lookId = newLook()) => noteLook(kestrel, { reference, lookId, isWriting: true }, now());

describe("who looks at a request", () => {
  it("is in no page or payload of whoever takes part in it or manages its organisation", async () => {
    await look();
    expect(JSON.stringify(await listPresent(await anAgent(), [reference], now()))).toContain(canary);
    for (const [who, cookie] of readers)
      for (const headers of [{ cookie }, { cookie, rsc: "1" }])
        for (const path of [
          `/requests/${reference}`,
          "/requests",
          "/notifications",
          `/api/live/now?request=${reference}`,
          "/api/live/now?list=own",
          "/requests/export.csv",
          "/settings/data/export",
        ]) {
          const { text } = await send(desk().url, { path, headers });
          expect(text, `${path} for ${who}`).not.toMatch(/kestrel|presence|is writing/i);
        }
  });

  it("is refused to them, and to whoever is not logged in, when they ask or say that they look", async () => {
    await look();
    const body = JSON.stringify({ reference, lookId: newLook(), isWriting: true });
    const headers = { "content-type": "application/json" };
    const path = "/api/presence";
    const rows = `${path}?rows=${reference}`;
    for (const [who, cookie] of readers) {
      const said = await send(desk().url, {
        path,
        body,
        headers: { ...headers, ...ownHeaders(desk(), cookie) },
      });
      expect(said, who).toMatchObject({ status: 404, text: "" });
      const asked = await send(desk().url, { path: rows, headers: { cookie } });
      expect(asked.text, who).not.toContain(canary);
      expect([200, 404]).toContain(asked.status);
      if (asked.status === 200) expect(asked.text, who).toBe("[]");
    }
    expect((await send(desk().url, { path: rows })).status).toBe(401);
    const signedOut = await send(desk().url, { path, body, headers: { ...headers, ...ownHeaders(desk()) } });
    expect(signedOut.status).toBe(401);
    // A page that is left by logging out says so as well; it ends nobody's.
    const lookId = newLook();
    await look(lookId);
    const left = { path, body: JSON.stringify({ lookId }), headers: { ...headers, ...ownHeaders(desk()) } };
    expect(await send(desk().url, left)).toMatchObject({ status: 204, text: "" });
    const agent = await send(desk().url, {
      path: rows,
      headers: { cookie: await cookieOf(await anAgent()) },
    });
    expect(agent.text).toContain(canary);
    const foreign = { ...headers, cookie: await cookieOf(kestrel), origin: "https://evil.test" };
    expect((await send(desk().url, { path, body, headers: foreign })).status).toBe(403);
  });

  it("does not stir their streams when somebody comes, writes and leaves, and stirs those of agents", async () => {
    const agent = await cookieOf(await anAgent());
    const theirs = await Promise.all(
      readers.flatMap(([, cookie]) =>
        [`request=${reference}`, "list=own"].map(query => streaming(desk(), query, cookie)),
      ),
    );
    const ofAgents = await Promise.all(
      [`request=${reference}`, "list=queue"].map(query => streaming(desk(), query, agent)),
    );
    await eventually(() => {
      for (const { sent } of theirs) expect(pulsesIn(sent())).toBe(1);
    });
    const lookId = newLook();
    await look(lookId);
    await endLook(kestrel, { lookId });
    await eventually(() => {
      for (const { sent } of ofAgents) expect(sent()).toContain("event: presence");
    });
    for (const { sent } of theirs) expect(pulsesIn(sent())).toBe(1);
    // Said after it, so whatever they would have been told is there by now.
    await run(customer, act => commentOnRequest(act, { reference, body: "Hello?" }));
    await eventually(() => {
      for (const { sent } of theirs) expect(pulsesIn(sent())).toBeGreaterThan(1);
    });
    for (const { sent } of theirs) expect(sent()).not.toMatch(/presence|kestrel/i);
    for (const { sent } of ofAgents) expect(sent()).not.toMatch(/kestrel/i);
    for (const { end } of [...theirs, ...ofAgents]) end();
    expect(complaintsOf(desk())).toEqual([]);
  });
});
