import { expect, test } from "vitest";
import { anAttackedDesk, ownHeaders } from "../support/attacked";
import { aCustomer } from "../support/factories";
import { floor, maxTimes } from "../support/loop-watch";
import { cookieOf } from "../support/raise-by-post";
import { aForm, manyFields, send, type Wired } from "../support/wire";

const desk = anAttackedDesk();
const clock = () => performance.now();

/** How long the slowest of many small requests took that were sent one after the other while `attack` was under way. */
async function holdDuring(attack: () => Promise<unknown>): Promise<number> {
  let isOver = false;
  const over = attack().finally(() => {
    isOver = true;
  });
  let slowest = 0;
  do {
    const start = clock();
    await send(desk().url, { path: "/mark.svg" });
    slowest = Math.max(slowest, clock() - start);
  } while (!isOver);
  await over;
  return slowest;
}

/** The same for an ordinary form, sent to the same place. */
async function ordinaryHold(path: string, headers: Record<string, string>): Promise<number> {
  const form = aForm([["email", "nobody@people.test"]]);
  let slowest = 0;
  for (let times = 0; times < 10; times++) {
    const start = clock();
    await send(desk().url, { path, body: form.body, headers: { ...form.headers, ...headers } });
    slowest = Math.max(slowest, clock() - start);
  }
  return slowest;
}

async function expectNoFreeze(wired: Wired & { path: string }, status: number): Promise<void> {
  const headers = ownHeaders(desk());
  const attack = { ...wired, headers: { ...headers, ...wired.headers } };
  const ordinary = await ordinaryHold(wired.path, headers);
  const slowest = await holdDuring(async () => {
    const answer = await send(desk().url, attack);
    expect(answer.status, answer.text.slice(0, 200)).toBe(status);
  });
  expect(slowest).toBeLessThan(maxTimes * Math.max(ordinary, floor));
}

test("a form with 14,000 fields of different names freezes nobody's page", async () => {
  const form = manyFields(14_000, index => `${index}`.padStart(5, "0"));
  await expectNoFreeze(
    { path: "/sign-in", body: form.body.subarray(0, 951_000), headers: form.headers },
    413,
  );
});

test("a form with 30,000 fields that does not say how long it is freezes nobody's page", async () => {
  const form = manyFields(30_000);
  await expectNoFreeze({ path: "/sign-in", body: form.body, headers: form.headers, chunked: true }, 411);
});

test("26 MB of one-letter fields from a signed-in person freeze nobody's page", async () => {
  const cookie = await cookieOf(await aCustomer());
  const form = manyFields(26_000_000 / 83, () => "a");
  const body = form.body.subarray(0, 25_999_000);
  await expectNoFreeze({ path: "/requests/LDG-1", body, headers: { ...form.headers, cookie } }, 413);
});

test("10 MB under a cookie that somebody made up are not even read", async () => {
  const form = aForm([["files", { filename: "a.txt", content: Buffer.alloc(10_000_000, "x") }]]);
  const cookie = "lodge-session=eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.BBBB.CCCC";
  await expectNoFreeze(
    { path: "/requests/LDG-1", body: form.body, headers: { ...form.headers, cookie } },
    413,
  );
  const headers = { ...ownHeaders(desk()), cookie };
  expect((await send(desk().url, { path: "/api/files", body: form.body, headers })).status).toBe(401);
});
