import "server-only";
import { isAdmin } from "../actor";
import { type Act, byPerson, record } from "../events/act";
import { addJob } from "../queue";
import { notFound, refuse } from "../refusal";

function onlyAdmins(act: Act): Act {
  if (!isAdmin(act.actor)) throw notFound();
  return act;
}

/**
 * The mail is due at once, with all its tries ahead.
 * @throws Refusal not_found (no admin, no such mail), conflict (no longer held or given up; its secret is gone)
 */
export async function releaseMail(act: Act, deliveryId: string): Promise<void> {
  const { tx, at } = onlyAdmins(act);
  const delivery = await tx.delivery.findUnique({
    where: { id: deliveryId },
    select: { state: true, isSecret: true },
  });
  if (!delivery) throw notFound();
  const from = delivery.state;
  const gone = () => refuse("mail.on_its_way");
  if (from !== "held" && from !== "dead") throw gone();
  if (from === "dead" && delivery.isSecret) throw refuse("mail.secret_gone");
  const { count } = await tx.delivery.updateMany({
    where: { id: deliveryId, state: from },
    data: { state: "pending", dueAt: at, releasedAt: at, heldUntil: null, attempts: 0, firstTryAt: null },
  });
  if (count === 0) throw gone();
  await addJob(tx, "deliver", { id: deliveryId }, { key: deliveryId });
  await record(act, "mail_released", { deliveryId, from }, {});
}

/** @throws Refusal not_found (no admin, nothing to lift) */
export async function liftSuppression(act: Act, email: string): Promise<void> {
  const { tx, at } = onlyAdmins(act);
  const [lifted] = await tx.suppression.updateManyAndReturn({
    where: { email, liftedAt: null },
    data: { liftedAt: at },
    select: { id: true },
  });
  if (!lifted) throw notFound();
  await record(act, "suppression_lifted", { suppressionId: lifted.id }, {});
}

/** Uses the same queue as all mails. @throws Refusal not_found (no admin) */
export async function askForTestMail(act: Act): Promise<void> {
  const { actor } = byPerson(onlyAdmins(act));
  await record(act, "test_mail_asked", {}, { personId: actor.id });
}
