import "server-only";
import { isAgent } from "../actor";
import { type Act, recordChanges } from "../events/act";
import { lockOwnAccount } from "./account";
import { type ProfileInput, requireOwnName } from "./input";

/** @throws Refusal forbidden (suspended), invalid (a customer's name that could be taken for the desk's) */
export async function changeProfile(act: Act, { name, timeZone, language }: ProfileInput): Promise<void> {
  const account = await lockOwnAccount(act);
  // An unchanged name is not checked again; agents may use the desk's terms.
  if (name !== account.name && !isAgent(act.actor)) requireOwnName(name, act.settings.deskName);
  await act.tx.person.update({
    where: { id: account.id },
    data: { name, timeZone, language },
    select: { id: true },
  });
  if (name !== account.name)
    await recordChanges(
      act,
      "person_renamed",
      [{ key: "name", before: account.name, after: name }],
      {
        personId: account.id,
      },
      {},
    );
}
