import { request } from "node:http";
import type { APIRequestContext } from "@playwright/test";
import type { PersonActor } from "@/lib/actor";
import { db } from "@/lib/db";
import { commentOnRequest } from "@/lib/requests/comments";
import { expect, signIn, test } from "../support/e2e";
import { aCustomer, aRequest, run } from "../support/factories";
import { anUnsentFile, aPicture } from "../support/files";

type Sent = {
  name?: string;
  data?: Buffer;
  query?: Record<string, string>;
  headers?: Record<string, string>;
};

/** Sends a file as the script does, but for what is wished. */
function send(api: APIRequestContext, person: PersonActor, sent: Sent = {}) {
  const { name = "notes.txt", data = Buffer.from("words"), query, headers } = sent;
  const spot = { person: person.id, place: "/requests/LDG-1#comment", field: "files", ...query };
  return api.post(`/api/files?${new URLSearchParams(spot)}`, {
    data,
    headers: {
      "x-file-name": encodeURIComponent(name),
      "content-type": "application/octet-stream",
      "sec-fetch-site": "same-origin",
      ...headers,
    },
  });
}

const countOf = ({ id }: PersonActor) => db().file.count({ where: { ownerId: id } });

test("the door for files takes them from signed-in people on our own pages, and says why not", async ({
  page,
  signedInAs,
}) => {
  const person = await aCustomer();
  expect((await send(page.request, person)).status()).toBe(401);
  const { id } = await anUnsentFile(person);
  const signedOut = { headers: { "sec-fetch-site": "same-origin" } };
  expect((await page.request.delete(`/api/files/${id}`, signedOut)).status()).toBe(401);
  await db().file.delete({ where: { id } });
  await signIn(page, person);
  const kept = await send(page.request, person, { name: "Größe/../a b.txt" });
  expect(kept.status()).toBe(201);
  expect(await kept.json()).toMatchObject({ name: "a b.txt", size: 5, type: "text/plain" });
  const refusals: [Sent, number, string][] = [
    [{ headers: { "sec-fetch-site": "cross-site" } }, 403, "This form was sent from another site."],
    [{ query: { person: (await aCustomer()).id } }, 403, "This page was opened by somebody else."],
    [{ query: { place: "elsewhere" } }, 422, "This form takes no files."],
    [{ query: { field: "body" } }, 422, "This form takes no files."],
    [{ query: { more: "1" } }, 422, "This form takes no files."],
    [{ name: "page.html" }, 422, "of a kind that the desk does not take"],
    [{ name: "photo.png" }, 422, "is not what its name says"],
    [{ name: "empty.txt", data: Buffer.alloc(0) }, 422, "is empty"],
    [{ name: "large.txt", data: Buffer.alloc(10_000_001, "x") }, 422, "Files can be up to 10 MB"],
    [{ headers: { "x-file-name": "%" } }, 422, "of a kind that the desk does not take"],
  ];
  for (const [sent, status, sentence] of refusals) {
    const answer = await send(page.request, person, sent);
    expect(answer.status(), sentence).toBe(status);
    expect(((await answer.json()) as { error: string }).error).toContain(sentence);
  }
  expect(await countOf(person)).toBe(1);

  const other = await signedInAs("customer");
  const mine = await db().file.findFirstOrThrow({ where: { ownerId: person.id }, select: { id: true } });
  const remove = (site: string) =>
    page.request.delete(`/api/files/${mine.id}`, { headers: { "sec-fetch-site": site } });
  expect((await page.request.get(`/api/files/${mine.id}`)).status()).toBe(404);
  expect((await remove("same-origin")).status()).toBe(204);
  expect(await countOf(person)).toBe(1);
  expect((await remove("cross-site")).status()).toBe(403);
  expect(await countOf(other)).toBe(0);
  await signIn(page, person);
  expect((await remove("same-origin")).status()).toBe(204);
  expect(await countOf(person)).toBe(0);
});

test("one person sends so many files at once, and no more until one of them is there", async ({
  page,
  signedInAs,
  baseURL,
}) => {
  const person = await signedInAs("customer");
  const cookies = await page.context().cookies();
  const spot = new URLSearchParams({ person: person.id, place: "/requests/LDG-1#comment", field: "files" });
  const refused: { status?: number; told: string; wait?: string }[] = [];
  // Eleven whose bodies are on their way and do not end. The one that is refused says that ten are there.
  const slow = Array.from({ length: 11 }, () => {
    const sending = request(`${baseURL}/api/files?${spot}`, {
      method: "POST",
      headers: {
        cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; "),
        "sec-fetch-site": "same-origin",
        "x-file-name": "slow.txt",
        "content-length": 1_000,
      },
    });
    // Those that were let in are broken off below.
    sending.on("error", () => {});
    sending.on("response", async response => {
      const wait = response.headers["retry-after"];
      refused.push({ status: response.statusCode, wait, told: (await response.toArray()).join("") });
    });
    sending.write("x");
    return sending;
  });
  const refusal = { status: 429, told: expect.stringContaining("Too many files at once."), wait: "10" };
  await expect.poll(() => refused).toEqual([refusal]);
  expect((await send(page.request, person)).status()).toBe(429);
  expect(refused).toHaveLength(1);
  for (const sending of slow) sending.destroy();
  await expect.poll(async () => (await send(page.request, person)).status()).toBe(201);
});

test("a file is handed out as a download that no browser runs, to whoever may see it now", async ({
  page,
  newVisitor,
}) => {
  const customer = await aCustomer();
  const reference = await aRequest({ by: customer });
  const picture = aPicture(50, 50);
  const file = await anUnsentFile(customer, { name: "Bildschirm “groß”.png", content: picture });
  await run(customer, act => commentOnRequest(act, { reference, files: [file.id] }));
  const address = `/api/files/${file.id}`;
  expect((await page.request.get(address)).status()).toBe(401);
  await signIn(page, customer);
  const answer = await page.request.get(address);
  expect(answer.status()).toBe(200);
  expect(await answer.body()).toEqual(picture);
  const headers = answer.headers();
  expect(headers).toMatchObject({
    "content-type": "image/png",
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-cache",
    "cross-origin-resource-policy": "same-origin",
  });
  expect(headers["content-disposition"]).toMatch(
    /^attachment; filename=".*"; filename\*=UTF-8''Bildschirm%20/,
  );
  const again = { headers: { "if-none-match": headers.etag ?? "" } };
  expect((await page.request.get(address, again)).status()).toBe(304);

  const stranger = await newVisitor();
  await signIn(stranger, await aCustomer());
  expect((await stranger.request.get(address)).status()).toBe(404);
  expect((await stranger.request.get(address, again)).status()).toBe(404);
  for (const nonsense of ["nonsense", "01a20ad9-6e93-73bb-9106-c8f058b8bcd6"])
    expect((await page.request.get(`/api/files/${nonsense}`)).status(), nonsense).toBe(404);
  expect((await page.request.get("/api/files/..%2f..%2fetc%2fpasswd")).status()).toBe(400);
});

test("text that looks like a script does nothing, however it is opened", async ({
  page,
  signedInAs,
  allowConsoleError,
}) => {
  allowConsoleError(/Refused to execute|MIME type/);
  const customer = await signedInAs("customer");
  const words = "document.documentElement.dataset.ran = 'yes';";
  const file = await anUnsentFile(customer, { name: "words.txt", content: Buffer.from(words) });
  await page.goto("/");
  const outcome = await page.evaluate(
    address =>
      new Promise(resolve => {
        const script = document.createElement("script");
        script.src = address;
        script.onload = () => resolve("loaded");
        script.onerror = () => resolve("refused");
        document.head.append(script);
      }),
    `/api/files/${file.id}`,
  );
  expect(outcome).toBe("refused");
  expect(await page.evaluate(() => document.documentElement.dataset.ran)).toBeUndefined();
});
