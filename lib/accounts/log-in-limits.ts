import "server-only";
import { sign } from "../crypto";
import type { LimitName } from "../limits";
import { forget, giveBack, spend, trySpending, waitOf } from "../rate-limit";
import { message, refuse } from "../refusal";

export type Try = { email: string; password: string; network: string; device: string | null };

/** Reports the outcome; `takeBack` if the password was never checked. */
export type CountedTry = { [end in "wentWell" | "wentWrong" | "takeBack"]: () => Promise<void> };

/**
 * Counts a try before the password is checked. A browser that has logged in to the account before has its own limit,
 * so that others cannot use it up; all others share the limits of their network and of the address.
 * @throws Refusal too_many; with a field `link` where a link by mail is offered instead
 */
export async function countLogIn({ email, password, network, device }: Try): Promise<CountedTry> {
  if (device) {
    const own: Share[] = [["logInByDevice", device, "device"]];
    await spendAll(own, false);
    return {
      wentWell: () => forget("logInByDevice", device),
      wentWrong: async () => undefined,
      takeBack: () => returnAll(own),
    };
  }
  const here = `${network} ${email}`;
  const shares: Share[] = [
    ["logInFromNetwork", network, "network"],
    ["logInByStranger", here, "address"],
    ["logInToAccount", email, "address"],
  ];
  await spendAll(shares);
  const likeness = likenessOf(password);
  const wait = await waitOf("onePassword", likeness);
  if (wait > 0) await refuseLogIn(shares, wait, "password");
  return {
    wentWell: async () => {
      await returnAll(shares);
      await forget("logInByStranger", here);
    },
    wentWrong: async () => {
      // Counts the same wrong password at the same address once, however often it is tried.
      if ((await trySpending("onePasswordHere", `${likeness} ${email}`)) === 0)
        await trySpending("onePassword", likeness);
    },
    takeBack: () => returnAll(shares),
  };
}

/** Limits how often strangers can have a password judged, which is slow. @throws Refusal too_many */
export function countNewPassword(network: string): Promise<void> {
  return spend("newPassword", network);
}

/** 18 bits of a keyed digest: enough to notice one password at many addresses, too few to recover it from storage. */
const likenessOf = (password: string) =>
  sign("likeness of a wrong password", password.normalize("NFKC")).slice(0, 3);

type Where = "device" | "network" | "address" | "password";

type Share = [name: LimitName, who: string, where: Where];

/** All or none: being refused by one limit does not use up the others. */
async function spendAll(shares: Share[], isLinkOffered = true): Promise<void> {
  for (const [place, [name, who, where]] of shares.entries()) {
    const seconds = await trySpending(name, who);
    if (seconds > 0) await refuseLogIn(shares.slice(0, place), seconds, where, isLinkOffered);
  }
}

async function returnAll(shares: Share[]): Promise<void> {
  for (const [name, who] of shares) await giveBack(name, who);
}

async function refuseLogIn(
  spent: Share[],
  seconds: number,
  where: Where,
  isLinkOffered = true,
): Promise<never> {
  await returnAll(spent);
  const fields = isLinkOffered ? { link: [message("log_in.link_offered")] } : {};
  throw refuse("log_in.wait", { seconds, where }, { field: "password", fields });
}
