import { describe, expect, it } from "vitest";
import { askForLogInLink, logInByLink, readLogInLink } from "@/lib/accounts/log-in-link";
import { suspendPerson } from "@/lib/accounts/operator";
import { actorOfSession } from "@/lib/accounts/sessions";
import { operator } from "@/lib/actor";
import { later, minutes } from "@/lib/clock";
import { db } from "@/lib/db";
import { sweep } from "@/lib/entry/jobs";
import { aCustomer, run } from "../../support/factories";
import { passwordLinkTo, setByLink } from "../../support/password-link";
import { expectRefusal } from "../../support/refusal";
import { lastMailTo } from "../../support/sent-mails";
import { answerWishes } from "../../support/wishes";

const gone = /no longer valid/;
async function ask(email: string, at?: Date, next?: string): Promise<void> {
  await run(operator, act => askForLogInLink(act, email, next), at);
  await answerWishes(at);
}
const use = async (token: string, at?: Date) =>
  (await run(operator, act => logInByLink(act, token), at)).sessionId;

async function lastMail(to: string, kind: string): Promise<string> {
  const mail = await lastMailTo(to, kind);
  expect(mail.isSecret).toBe(true);
  return mail.text;
}

async function linkTo(email: string, at?: Date, next?: string): Promise<string> {
  await ask(email, at, next);
  return /log-in\/([\w-]{43})/.exec(await lastMail(email, "log_in_link"))?.[1] ?? "";
}

describe("a link that logs in", () => {
  it("works once, and with it go all others that were mailed", async () => {
    const person = await aCustomer();
    const [first, second] = [await linkTo(person.email), await linkTo(person.email)];
    expect(await readLogInLink(first)).toEqual({ email: person.email });
    expect(await actorOfSession(await use(first))).toMatchObject({ id: person.id });
    for (const token of [first, second]) {
      await expectRefusal(use(token), "invalid", gone);
      expect(await readLogInLink(token)).toBeNull();
    }
  });

  it("leads on to the page that was wanted when it was asked for, and says nothing of it in the mail", async () => {
    const person = await aCustomer();
    const token = await linkTo(person.email, undefined, "/requests?show=closed");
    expect(await lastMail(person.email, "log_in_link")).not.toContain("show=closed");
    const { next } = await run(operator, act => logInByLink(act, token));
    expect(next).toBe("/requests?show=closed");
  });

  it("that was asked for on the way to nowhere, or at the release before, leads to the start", async () => {
    const person = await aCustomer();
    await run(operator, async act => {
      await act.tx.$executeRaw`
        select graphile_worker.add_job('answer_wish', json_build_object('logInLink', ${person.email}::text))`;
    });
    await answerWishes();
    const token = /log-in\/([\w-]{43})/.exec(await lastMail(person.email, "log_in_link"))?.[1] ?? "";
    expect((await run(operator, act => logInByLink(act, token))).next).toBe("/");
  });

  it("is not ended by a further one that somebody asks for", async () => {
    const person = await aCustomer();
    const token = await linkTo(person.email);
    await ask(person.email);
    expect(await actorOfSession(await use(token))).toMatchObject({ id: person.id });
  });

  it("and another of the same person, used at once, open one session and get in nobody's way", async () => {
    const person = await aCustomer();
    const tokens = [await linkTo(person.email), await linkTo(person.email)];
    const outcomes = await Promise.allSettled(tokens.map(token => use(token)));
    const refused = outcomes.flatMap(one => (one.status === "rejected" ? [one.reason] : []));
    expect(refused).toEqual([expect.objectContaining({ kind: "invalid" })]);
    expect(await db().session.count({ where: { personId: person.id } })).toBe(1);
  });

  it("used twice at once opens one session", async () => {
    const person = await aCustomer();
    const token = await linkTo(person.email);
    const outcomes = await Promise.allSettled([use(token), use(token), use(token)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db().session.count({ where: { personId: person.id } })).toBe(1);
  });

  it("dies after twenty minutes, with a new password, and when its owner is suspended", async () => {
    const person = await aCustomer();
    const at = new Date();
    await expectRefusal(use(await linkTo(person.email, at), later(at, minutes(20) + 1)), "invalid", gone);
    const token = await linkTo(person.email);
    await setByLink(await passwordLinkTo(person.email), "Seven green boats, no wind");
    await expectRefusal(use(token), "invalid", gone);
    const last = await linkTo(person.email);
    await run(operator, act => suspendPerson(act, person.email));
    await expectRefusal(use(last), "invalid", gone);
  });

  it("is mailed to nobody unknown or suspended, and a made-up one is refused in the same words", async () => {
    const { email } = await aCustomer();
    await run(operator, act => suspendPerson(act, email));
    for (const to of [email, `no-${email}`]) await ask(to);
    expect(await db().delivery.count({ where: { to: { in: [email, `no-${email}`] } } })).toBe(0);
    for (const token of ["", "x".repeat(43)]) await expectRefusal(use(token), "invalid", gone);
  });

  it("is asked for in the same way whether the address is known: a job is left, and nothing is looked at", async () => {
    const known = (await aCustomer()).email;
    for (const email of [known, `no-${known}`]) {
      await run(operator, act => askForLogInLink(act, email));
      const jobs = await db().$queryRaw<unknown[]>`
        select id from graphile_worker._private_jobs where payload ->> 'logInLink' = ${email}`;
      expect(jobs).toHaveLength(1);
      expect(await db().delivery.count({ where: { to: email } })).toBe(0);
    }
  });

  it("is kept as a digest, and swept away a day after it has run out", async () => {
    const person = await aCustomer();
    const token = await linkTo(person.email);
    const rows = () => db().logInLink.findMany({ where: { personId: person.id } });
    expect(JSON.stringify(await rows())).not.toContain(token);
    await sweep(later(new Date(), minutes(23 * 60)));
    expect(await rows()).toHaveLength(1);
    await sweep(later(new Date(), minutes(25 * 60)));
    expect(await rows()).toHaveLength(0);
  });
});
