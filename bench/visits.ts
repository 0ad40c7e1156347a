import { randomUUID } from "node:crypto";
import { get } from "node:http";
import { openForm } from "@/tests/support/post-form";
import type { Seed } from "./passwords";

/** The measured pages by name: path and visitor. */
const timedPaths = (reference: string) =>
  ({
    // Next to nothing inside the shell: middleware, session, header and footer.
    "an empty page": ["/settings/data", "customer"],
    "sign-in": ["/sign-in", "nobody"],
    "the catalog": ["/", "customer"],
    "a form": ["/catalog/report-a-problem-with-amtl3", "customer"],
    "a customer's list": ["/requests?show=open", "customer"],
    "a customer's request": [`/requests/${reference}`, "customer"],
    "the queue": ["/agent", "agent"],
    "an agent's request": [`/agent/requests/${reference}`, "agent"],
    "a search that hits": ["/requests?show=all&q=shelf+empty", "customer"],
    "a search that misses": ["/requests?show=all&q=periscope", "customer"],
    "an agent's search that hits": ["/agent?q=shelf+empty", "agent"],
    "an agent's search that misses": ["/agent?q=periscope", "agent"],
  }) as const;

/** Pages that are opened now and then: nothing timed is measured of them. */
const untimedPaths = (organisation: string) =>
  ({
    "sign-in in German": ["/sign-in", "german"],
    "a bulk confirmation": ["/agent/bulk?do=reply&all=status%3Dopen", "agent"],
    "raising for a customer": ["/agent/new", "agent"],
    "an agent's canned replies": ["/agent/settings/canned-replies", "agent"],
    "an agent's saved views": ["/agent/settings/views", "agent"],
    "what reaches an agent": ["/agent/settings/notifications", "agent"],
    "an agent's shortcuts": ["/settings/keyboard", "agent"],
    administration: ["/admin", "admin"],
    "the desk's people": ["/admin/people", "admin"],
    "the desk's tags": ["/admin/tags", "admin"],
    "the desk's teams": ["/admin/teams", "admin"],
    "the desk's organisations": ["/admin/organisations", "admin"],
    "the desk's settings": ["/admin/settings", "admin"],
    "an organisation": [`/admin/organisations/${organisation}`, "admin"],
    "an organisation's requests": [`/ours/${organisation}?show=all`, "manager"],
  }) as const;

export type Which = "timed" | "all";

export type Visitor = { path: string; cookie: string };

/** Who opens which page of a seeded desk. */
export async function prepareVisits(
  url: string,
  seed: Seed,
  which: Which = "timed",
): Promise<Record<string, Visitor>> {
  const isAll = which === "all";
  const cookies = {
    nobody: "",
    german: "lodge-language=de",
    customer: await logIn(url, seed.customer, seed.password),
    agent: await logIn(url, seed.agent, seed.password),
    admin: isAll ? await logIn(url, seed.admin, seed.password) : "",
    manager: isAll ? await logIn(url, seed.manager, seed.password) : "",
  };
  return Object.fromEntries(
    Object.entries({ ...timedPaths(seed.reference), ...(isAll && untimedPaths(seed.organisation)) }).map(
      ([name, [path, who]]) => [name, { path, cookie: cookies[who] }],
    ),
  );
}

/** What browsers ask for, so that a page is packed for them as it would be for people. */
const accepts = { "accept-encoding": "gzip, deflate, br, zstd" };

/** Opens a page and returns its HTML. @throws Error unless it answers 200 */
export const open = (url: string, { path, cookie }: Visitor): Promise<string> =>
  expect(200, fetch(url + path, { headers: { cookie, ...accepts }, redirect: "manual" }));

/** A page's body as it is sent to a browser that can unpack it. */
export function openPacked(url: string, { path, cookie }: Visitor): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(url + path, { headers: { cookie, ...accepts } }, async response => {
      resolve(Buffer.concat(await response.toArray()));
    }).on("error", reject);
  });
}

/** Frequent actions of a customer; each does it that often. */
export async function prepareActions(
  url: string,
  cookie: string,
): Promise<Record<string, (times: number) => Promise<void>>> {
  const form = (path: string, id: string) => openForm({ desk: { url }, cookie }, path, id);
  const raise = await form("/catalog/other-manual-request", "raise");
  const create = () =>
    raise({
      submissionKey: randomUUID(),
      summary: "The till prints nothing",
      "answers.details": "Since noon.",
    });
  // Separate, so that the opened request does not grow.
  const created = (await create()).headers.get("location")?.match(/\/requests\/[\w-]+/)?.[0] ?? "";
  const comment = await form(created, "comment");
  const headers = { authorization: `Bearer ${process.env.CRON_SECRET}` };
  return {
    "raising a request": repeat(() => expect(303, create())),
    "commenting on one": repeat(() => expect(303, comment({ body: "It is **still** empty." }))),
    // One call sends the emails of all the actions above.
    "mails of both": async () => {
      await expect(200, fetch(`${url}/api/jobs`, { headers }));
    },
  };
}

const repeat =
  (act: () => Promise<unknown>) =>
  async (times: number): Promise<void> => {
    for (let count = 0; count < times; count++) await act();
  };

async function logIn(url: string, email: string, password: string): Promise<string> {
  const post = await openForm({ desk: { url } }, "/sign-in", "sign-in");
  const response = await post({ email, password });
  if (response.status !== 303) throw new Error(`${email} could not log in: ${response.status}`);
  return response.headers
    .getSetCookie()
    .map(line => line.split(";")[0])
    .join("; ");
}

async function expect(status: number, answer: Promise<Response>): Promise<string> {
  const response = await answer;
  const text = await response.text();
  if (response.status !== status)
    throw new Error(
      `${response.url} answered ${response.status} instead of ${status}: ${text.slice(0, 2_000)}`,
    );
  return text;
}
