import "server-only";
import { type Act, record } from "../events/act";
import { holdAccount } from "./account";
import type { ProfileInput } from "./input";

/**
 * Changes how the actor is called and how they read times. What happened before shows the new name from then on.
 * @throws Refusal forbidden (suspended)
 */
export async function changeProfile(act: Act, { name, timeZone, language }: ProfileInput): Promise<void> {
  const account = await holdAccount(act);
  await act.tx.person.update({
    where: { id: account.id },
    data: { name, timeZone, language },
    select: { id: true },
  });
  if (name !== account.name)
    await record(act, "person_renamed", { from: account.name, to: name }, { personId: account.id });
}
