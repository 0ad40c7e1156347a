import "server-only";
import { sendFiles } from "../attachments/store";
import { Prisma } from "../db";
import { type Act, byPerson, record } from "../events/act";
import { refuse } from "../refusal";
import { setFollowing } from "../requests/following";
import { loadRequest } from "../requests/load";
import { can, worksForDeskSql } from "../requests/policy";
import type { NoteInput } from "./input";
import { type Colleague, findMentions, type Mention } from "./mentions";

type Note = NoteInput & {
  /** The words of somebody else, which mention nobody. */
  isQuoted?: true;
};

/**
 * Adds a note that only agents can read; it neither moves the request nor counts as activity for the customer. Colleagues
 * whom it mentions become followers.
 * @throws Refusal not_found, forbidden, invalid (a name that several have), conflict (a file is gone)
 */
export async function addNote(act: Act, { reference, body = "", files = [], isQuoted }: Note): Promise<void> {
  byPerson(act);
  const request = await loadRequest(act, reference);
  if (!can(act, "note", request)) throw refuse("note.agents_only");
  const mentions = isQuoted || !body.includes("@") ? [] : await mentionedIn(act, request.id, body);
  await keepNote(act, request.id, { text: body, files, mentions });
}

type Kept = { text: string; files: string[]; mentions?: Mention[] };

/** The caller has made sure that the actor may. @throws Refusal conflict (a file is gone) */
export async function keepNote(
  act: Act,
  requestId: string,
  { text, files, mentions = [] }: Kept,
): Promise<void> {
  const { actor, at, tx } = byPerson(act);
  const note = await tx.note.create({
    data: {
      requestId,
      authorId: actor.id,
      body: text,
      createdAt: at,
      ...(mentions.length > 0 && { mentions: { createMany: { data: mentions } } }),
    },
    select: { id: true },
  });
  const target = { requestId, noteId: note.id };
  await sendFiles(act, files, target);
  await record(act, "note_added", {}, target);
  for (const personId of new Set(mentions.map(({ personId }) => personId)))
    if (personId !== actor.id) await setFollowing(act, { requestId, personId }, true);
}

async function mentionedIn(act: Act, requestId: string, body: string): Promise<Mention[]> {
  const { mentions, ambiguous } = findMentions(body, await listColleagues(act, requestId));
  if (!ambiguous) return mentions;
  const { name, addresses } = ambiguous;
  throw refuse(
    "note.ambiguous",
    { name, addresses: addresses.map(address => `@${address}`).join(", ") },
    { field: "body" },
  );
}

/** Agents who do not take part as customers, also those who see it only once they are mentioned. */
const listColleagues = ({ tx }: Act, requestId: string): Promise<Colleague[]> =>
  tx.$queryRaw<Colleague[]>(Prisma.sql`
    select p.id, p.name, p.email from people p cross join (select ${requestId}::uuid as id) r
    where p.role in ('agent', 'admin') and ${worksForDeskSql({ agentsSee: "all" })}
    order by p.email`); // index on (role, email)
