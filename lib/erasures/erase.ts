import "server-only";
import { erasedAddress } from "../accounts/erased";
import { before, minutes } from "../clock";
import { db, Prisma, type Tx } from "../db";
import { type Act, record } from "../events/act";
import { type Erased, steps } from "./rows";

/** What stands in place of what is gone, in the language of the desk. */
export type Blanks = Pick<Erased, "name" | "words" | "summary">;

/** So that nobody waits for long for a row of theirs, and no statement reaches its time limit. */
const batch = 500;

/** Longer than any work takes that was under way when they were erased. */
const afterwards = minutes(60);

/** Whose waiting period is over, or who were erased a moment ago: something under way may have written of them since. */
export async function findToErase(at: Date): Promise<string[]> {
  const rows = await db().erasure.findMany({
    where: {
      OR: [{ erasedAt: null, dueAt: { lte: at } }, { erasedAt: { gt: before(at, afterwards) } }],
    }, // index erasures_due
    orderBy: { dueAt: "asc" },
    take: 100,
    select: { personId: true },
  });
  return rows.map(({ personId }) => personId);
}

/** From here on nobody can withdraw it; false where somebody has. */
export async function beginErasure(act: Act, personId: string): Promise<boolean> {
  await lock(act.tx, personId);
  const erasure = await act.tx.erasure.findUnique({
    where: { personId },
    select: { dueAt: true, begunAt: true },
  });
  if (!erasure || erasure.dueAt > act.at) return false;
  if (!erasure.begunAt) await act.tx.erasure.updateMany({ where: { personId }, data: { begunAt: act.at } });
  return true;
}

/** Empties rows, batch by batch, each in a transaction of its own; whatever stops it, it can begin again. */
export async function eraseRows(personId: string, blanks: Blanks, at: Date): Promise<void> {
  const of = await readErased(db(), personId, blanks, at);
  for (const step of steps) {
    let count: number;
    do count = await db().$executeRaw(step(of, Prisma.sql`limit ${batch}`));
    while (count === batch);
  }
}

/**
 * Ends it: what was written since, and the account itself. The person's row is locked against those who would still refer
 * to it, such as a mail that comes in.
 */
export async function endErasure(act: Act, personId: string, blanks: Blanks): Promise<void> {
  const { tx, at } = act;
  await lock(tx, personId);
  const erasure = await tx.erasure.findUnique({
    where: { personId },
    select: { begunAt: true, erasedAt: true },
  });
  if (!erasure?.begunAt || erasure.erasedAt) return;
  const of = await readErased(tx, personId, blanks, at);
  for (const step of steps) await tx.$executeRaw(step(of, Prisma.empty));
  await tx.person.update({
    where: { id: personId },
    data: {
      name: of.name,
      email: of.address,
      passwordHash: null,
      suspendedAt: at,
      awaitsSignUp: false,
      timeZone: "UTC",
      language: null,
      askedLanguage: null,
      newestFirst: false,
      mailPace: "each",
      usualList: "",
      shortcuts: {},
      habits: {},
      choices: {},
      undoesReplies: null,
      signature: "",
      awayFrom: null,
      awayUntil: null,
      standInId: null,
    },
    select: { id: true },
  });
  await tx.erasure.updateMany({ where: { personId }, data: { erasedAt: at } });
  await record(act, "person_erased", {}, { personId });
}

const lock = (tx: Tx, personId: string) =>
  tx.$queryRaw`select id from people where id = ${personId}::uuid for update`;

async function readErased(tx: Tx, id: string, blanks: Blanks, now: Date): Promise<Erased> {
  const { email, erasure } = await tx.person.findUniqueOrThrow({
    where: { id },
    select: { email: true, erasure: { select: { erasedAt: true } } },
  });
  return { ...blanks, id, email, address: erasedAddress(id), at: erasure?.erasedAt ?? now };
}
