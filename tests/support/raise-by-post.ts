import { setTimeout as pause } from "node:timers/promises";
import { encode } from "next-auth/jwt";
import { openSession } from "@/lib/accounts/sessions";
import { operator, type PersonActor } from "@/lib/actor";
import { run } from "./factories";
import { settingsInUse } from "./settings";

export async function cookieOf(person: PersonActor): Promise<string> {
  const sid = await run(operator, act => openSession(act, person.id));
  return `lodge-session=${await encode({ token: { sid }, secret: settingsInUse().NEXTAUTH_SECRET })}`;
}

const form = "/catalog/other-manual-request";

/** Posts the same form again until the desk confirms the request. Returns its reference. */
export async function raiseByPost(deskUrl: string, cookie: string, summary: string): Promise<string> {
  const fields = await insist(async () => {
    const response = await fetch(deskUrl + form, {
      headers: { cookie },
      signal: AbortSignal.timeout(60_000),
    });
    return response.status === 200 ? hiddenFields(await response.text()) : null;
  });
  return insist(async () => {
    const body = new FormData();
    for (const [name, value] of [...fields, ["summary", summary], ["answers.details", "It burns."]] as const)
      body.append(name, value);
    const response = await fetch(deskUrl + form, {
      method: "POST",
      body,
      headers: { cookie, origin: deskUrl, "sec-fetch-site": "same-origin" },
      redirect: "manual",
      signal: AbortSignal.timeout(60_000),
    });
    return /\/requests\/(\w+-\d+)\/received/.exec(response.headers.get("location") ?? "")?.[1] ?? null;
  });
}

/** Retries until there is an answer, because these tests take the desk down. */
async function insist<T>(ask: () => Promise<T | null>): Promise<T> {
  for (let tries = 0; tries < 3_000; tries++) {
    const answer = await ask().catch(() => null);
    if (answer !== null) return answer;
    await pause(100 + 100 * Math.random());
  }
  throw new Error("The desk has not taken the request for a long time.");
}

function hiddenFields(html: string): [string, string][] {
  const inputs =
    html.match(/<form[^>]*id="raise"[\s\S]*?<\/form>/)?.[0].match(/<input type="hidden"[^>]*>/g) ?? [];
  const decode = (text = "") =>
    text
      .replaceAll("&quot;", '"')
      .replaceAll("&#x27;", "'")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&");
  return inputs.map(input => [
    decode(/name="([^"]*)"/.exec(input)?.[1]),
    decode(/value="([^"]*)"/.exec(input)?.[1]),
  ]);
}
