import "server-only";
import type { Act } from "../events/act";

/** Whatever link this person was mailed and has not used opens nothing any more. */
export async function endOpenLinks(act: Act, personId: string): Promise<void> {
  const open = { where: { personId, usedAt: null }, data: { usedAt: act.at } };
  await act.tx.passwordLink.updateMany(open);
  await act.tx.emailChange.updateMany(open);
  await act.tx.logInLink.updateMany(open);
}
