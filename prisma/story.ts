import { randomBytes, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { inviteToDesk } from "@/lib/accounts/account-invitations";
import { createPerson, preparePerson } from "@/lib/accounts/operator";
import { passwordProblem } from "@/lib/accounts/password-check";
import { actorColumns, operator, type PersonActor, personOf, type Role, system } from "@/lib/actor";
import { inspectFile } from "@/lib/attachments/inspect";
import { keepFile } from "@/lib/attachments/store";
import { answersSchema } from "@/lib/catalog/answers";
import type { Answers } from "@/lib/catalog/fields";
import { readForm } from "@/lib/catalog/queries";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { claimRequest } from "@/lib/desk/assignment";
import { addCustomerNote } from "@/lib/desk/customer-notes";
import { linkRequest } from "@/lib/desk/linking";
import { addNote } from "@/lib/desk/notes";
import { snoozeRequest } from "@/lib/desk/snooze";
import { tagByName } from "@/lib/desk/tagging";
import { importDesk } from "@/lib/desk-file/import";
import { addressesInput } from "@/lib/entry/addresses";
import { closeResolved } from "@/lib/entry/jobs";
import { perform } from "@/lib/entry/perform";
import type { Act } from "@/lib/events/act";
import { deliver } from "@/lib/mail/deliver";
import { commentOnRequest } from "@/lib/requests/comments";
import { correctRequest, readCorrectionPage } from "@/lib/requests/correct";
import { editComment, stampOf } from "@/lib/requests/edits";
import { followRequest } from "@/lib/requests/following";
import { summaryInput } from "@/lib/requests/input";
import { moveRequest } from "@/lib/requests/move";
import type { Move } from "@/lib/requests/moves";
import { numberOf, referenceOf } from "@/lib/requests/reference";
import { submitRequest } from "@/lib/requests/submit";
import { readDeskSettings } from "@/lib/settings";
import { acceptInvitation } from "@/lib/sharing/accept";
import { shareRequest } from "@/lib/sharing/share";
import { addTypeOfTeam } from "@/lib/teams/types";
import { readSetUp } from "./set-up";
import { invited, people, type Step } from "./story-cast";
import { requests } from "./story-script";

/** Where what is raised of a type goes. */
const typesOfTeams = {
  platform: ["help-with-amtl3", "report-a-problem-with-amtl3", "access-and-accounts"],
  billing: ["question-about-an-invoice", "change-billing-details"],
};

export type DemoPerson = { name: string; email: string; role: Role; password: string };

/** Plays the demo story through the desk's own commands; returns its people with the passwords made for them. */
export async function tellStory(): Promise<DemoPerson[]> {
  const cast: DemoPerson[] = [];
  for (const person of people) {
    const demo = { ...person, password: await newPassword(person.name) };
    const prepared = await preparePerson(demo);
    await perform(system("demo"), act => createPerson(act, prepared));
    cast.push(demo);
  }
  const [admin = { name: "" }] = people.filter(({ role }) => role === "admin");
  const keeper = await actorNamed(admin.name);
  const setUp = await readSetUp("demo");
  await perform(operator, act => importDesk(act, setUp));
  for (const [slug, types] of Object.entries(typesOfTeams))
    for (const type of types) await perform(keeper, act => addTypeOfTeam(act, { slug, type }));
  await perform(keeper, act => inviteToDesk(act, invited));
  for (const request of requests) {
    const by = await actorNamed(request.by);
    const form = await readForm(request.type);
    if (!form) throw new Error(`The story needs the request type ${request.type}.`);
    const input = {
      formVersionId: form.formVersionId,
      submissionKey: randomUUID(),
      summary: summaryInput.parse(request.summary),
      isPrivate: request.isPrivate,
      answers: answersSchema(form.fields).parse({
        ...request.answers,
        files: await attach(by, request.files, hoursAgo(request.hoursAgo)),
      }),
    };
    const { reference } = await perform(by, act => submitRequest(act, input), hoursAgo(request.hoursAgo));
    for (const step of request.steps) await play(reference, step);
  }
  await closeResolved(hoursAgo(28 * 24));
  // Agents have seen what came in before today.
  const seen = { kind: "request_arrived", createdAt: { lt: hoursAgo(24) } };
  await db().notice.updateMany({ where: seen, data: { readAt: now() } });
  return cast;
}

async function play(reference: string, step: Step): Promise<void> {
  const by = await actorNamed(step.by);
  const at = hoursAgo(step.hoursAgo);
  const { does, says: body = "" } = step;
  if (does === "share") {
    const shareWith = addressesInput.parse(body);
    await perform(by, act => shareAndKeepLink(act, reference, shareWith), at);
    return sendInvitations(reference);
  }
  if (does === "accept") {
    await perform(by, act => acceptInvitation(act, { token: links.get(by.email) ?? "" }), at);
    return;
  }
  if (does === "claim") return perform(by, act => claimRequest(act, { reference }), at);
  if (does === "tag") return perform(by, act => tagByName(act, { reference, name: body, isNew: true }), at);
  if (does === "snooze")
    return perform(by, act => snoozeRequest(act, { reference, until: hoursAgo(-48) }), at);
  if (does === "link") return link(by, reference, body, at);
  if (does === "follow") return perform(by, act => followRequest(act, { reference, follows: true }), at);
  if (does === "note") return perform(by, act => addNote(act, { reference, body }), at);
  if (does === "know") return perform(by, act => addCustomerNote(act, { reference, body }), at);
  if (does === "comment") {
    const files = await attach(by, step.files, at);
    await perform(by, act => commentOnRequest(act, { reference, body, files }), at);
    return;
  }
  if (does === "edit") return rewrite(by, reference, body, at);
  if (does === "correct") return amend(by, reference, step.answers ?? {}, at);
  const version = await versionOf(reference);
  const input = {
    reference,
    move: does satisfies Move,
    version,
    ...(body && { body }),
    ...(step.how && { resolution: step.how }),
  };
  await perform(by, act => moveRequest(act, input), at);
}

/** Puts files beside a form, as people do before they send it; returns their ids. */
async function attach(by: PersonActor, names: string[] = [], at: Date): Promise<string[]> {
  const ids: string[] = [];
  for (const name of names) {
    const content = await readFile(new URL(`story-files/${name}`, import.meta.url));
    const file = await inspectFile(name, content, await readDeskSettings());
    const spot = { place: "story", field: "files" };
    ids.push((await perform(by, act => keepFile(act, spot, file), at)).id);
  }
  return ids;
}

/** Edits the last comment of this person. */
async function rewrite(by: PersonActor, reference: string, body: string, at: Date): Promise<void> {
  const { id, editedAt } = await db().comment.findFirstOrThrow({
    where: { authorId: by.id, request: { number: numberOf(reference) ?? 0 } },
    orderBy: { id: "desc" },
    select: { id: true, editedAt: true },
  });
  const input = { reference, commentId: id, body, seen: stampOf({ editedAt }) };
  await perform(by, act => editComment(act, input), at);
}

async function amend(by: PersonActor, reference: string, answers: Answers, at: Date): Promise<void> {
  const page = await readCorrectionPage(by, reference, "customer");
  if (!page) throw new Error(`${by.name} cannot correct ${reference}.`);
  const { summary, formVersionId, edition, fields } = page;
  const corrected = answersSchema(fields).parse({ ...page.answers, ...answers });
  await perform(
    by,
    act => correctRequest(act, { reference, summary, formVersionId, edition, answers: corrected }),
    at,
  );
}

/** With the latest request of this summary. */
async function link(by: PersonActor, reference: string, summary: string, at: Date): Promise<void> {
  const { number } = await db().serviceRequest.findFirstOrThrow({
    where: { summary },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  const other = referenceOf(number, await readDeskSettings());
  await perform(by, act => linkRequest(act, { reference, other, kind: "related" }), at);
}

/** By address: the tokens that the story's people find in their mail. */
const links = new Map<string, string>();

async function shareAndKeepLink(act: Act, reference: string, shareWith: string[]): Promise<void> {
  await shareRequest(act, { reference, shareWith });
  for (const event of act.recorded)
    if (event.type === "invitation_sent") {
      const { email } = await act.tx.invitation.findUniqueOrThrow({
        where: { id: event.data.invitationId },
        select: { email: true },
      });
      links.set(email, event.secrets.token ?? "");
    }
}

/** People accept an invitation after they got its mail. Once it is accepted, the mail would not be sent any more. */
async function sendInvitations(reference: string): Promise<void> {
  const mails = await db().delivery.findMany({
    where: {
      kind: "shared_with_you",
      state: "pending",
      event: { request: { number: numberOf(reference) ?? 0 } },
    },
    select: { id: true },
  });
  for (const { id } of mails) await deliver(id);
}

const hoursAgo = (hours: number) => new Date(now().getTime() - hours * 3_600_000);

async function actorNamed(name: string): Promise<PersonActor> {
  const person = await db().person.findFirstOrThrow({
    where: { name },
    select: actorColumns,
  });
  return personOf(person, await readDeskSettings());
}

async function versionOf(reference: string): Promise<number> {
  const { version } = await db().serviceRequest.findUniqueOrThrow({
    where: { number: numberOf(reference) ?? 0 },
    select: { version: true },
  });
  return version;
}

async function newPassword(name: string): Promise<string> {
  for (;;) {
    const password = (randomBytes(9).toString("base64url").match(/.{4}/g) ?? []).join("-");
    if (!(await passwordProblem(password, [name]))) return password;
  }
}
