import { randomUUID } from "node:crypto";
import { openForm } from "@/tests/support/post-form";
import type { Seed } from "./seed";

/** The measured pages by name: path and visitor. */
export const paths = (reference: string) =>
  ({
    "the catalog": ["/", "customer"],
    "a form": ["/catalog/report-a-problem-with-amtl3", "customer"],
    "a customer's list": ["/requests?show=open", "customer"],
    "a customer's request": [`/requests/${reference}`, "customer"],
    "the queue": ["/agent", "agent"],
    "an agent's request": [`/agent/requests/${reference}`, "agent"],
  }) as const;

type Visits = (times: number) => Promise<unknown>;

/** Visits per page and frequent action, in a seeded desk. */
export async function prepareVisits(
  url: string,
  { reference, password, ...emails }: Seed,
): Promise<Record<string, Visits>> {
  const cookies = {
    customer: await logIn(url, emails.customer, password),
    agent: await logIn(url, emails.agent, password),
  };
  const open = (path: string, cookie = "") =>
    repeat(() => expect(200, fetch(url + path, { headers: { cookie } })));
  const form = (path: string, id: string) => openForm({ desk: { url }, cookie: cookies.customer }, path, id);
  const raise = await form("/catalog/other-manual-request", "raise");
  const create = () =>
    raise({
      submissionKey: randomUUID(),
      summary: "The till prints nothing",
      "answers.details": "Since noon.",
    });
  const authorization = `Bearer ${process.env.CRON_SECRET}`;
  // Separate, so that the opened request does not grow.
  const created = (await create()).headers.get("location")?.match(/\/requests\/[\w-]+/)?.[0] ?? "";
  const comment = await form(created, "comment");
  const pages = Object.entries(paths(reference)).map(
    ([name, [path, who]]) => [name, open(path, cookies[who])] as const,
  );
  return {
    "the sign-in page": open("/sign-in"),
    ...Object.fromEntries(pages),
    "a search that hits": open("/requests?show=all&q=shelf+empty", cookies.customer),
    "a search that misses": open("/requests?show=all&q=periscope", cookies.customer),
    "raising a request": repeat(() => expect(303, create())),
    "commenting on one": repeat(() => expect(303, comment({ body: "It is **still** empty." }))),
    // One call sends the emails of both actions above.
    "mails of both": () => expect(200, fetch(`${url}/api/jobs`, { headers: { authorization } })),
  };
}

const repeat =
  (visit: () => Promise<unknown>): Visits =>
  async times => {
    for (let count = 0; count < times; count++) await visit();
  };

async function logIn(url: string, email: string, password: string): Promise<string> {
  const post = await openForm({ desk: { url } }, "/sign-in", "sign-in");
  const response = await expect(303, post({ email, password }));
  return response.headers
    .getSetCookie()
    .map(line => line.split(";")[0])
    .join("; ");
}

async function expect(status: number, answer: Promise<Response>): Promise<Response> {
  const response = await answer;
  const text = await response.text();
  if (response.status !== status)
    throw new Error(
      `${response.url} answered ${response.status} instead of ${status}: ${text.slice(0, 2_000)}`,
    );
  return response;
}
