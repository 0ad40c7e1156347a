import "server-only";
import { sign } from "../crypto";
import type { LimitName } from "../limits";
import { forget, giveBack, spend, trySpending, waitOf } from "../rate-limit";
import { message, refuse } from "../refusal";

/** Where a try to log in comes from, and as which browser of the account it is known. */
export type Try = { email: string; password: string; network: string; device: string | null };

/** Says how the try went that was counted; `takeBack` when nobody came to look at the password. */
export type CountedTry = { [end in "wentWell" | "wentWrong" | "takeBack"]: () => Promise<void> };

/**
 * Counts a try to log in, before the password is looked at. A browser that has logged in to the account before is
 * counted for itself, so that nobody else can use up its tries. All others share what their network and the address have.
 * @throws Refusal too_many, with the wait next to the password; `link` among its fields where a link by mail is offered instead
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
      // The same mistake at the same address is one, however often it is made.
      if ((await trySpending("onePasswordHere", `${likeness} ${email}`)) === 0)
        await trySpending("onePassword", likeness);
    },
    takeBack: () => returnAll(shares),
  };
}

/** Counts a new password that a stranger wants to be judged, which is work. @throws Refusal too_many */
export function countNewPassword(network: string): Promise<void> {
  return spend("newPassword", network);
}

/**
 * 18 bits of a keyed digest: enough to see one password being tried at many addresses, and too few to tell from what
 * is kept which one it was.
 */
const likenessOf = (password: string) =>
  sign("likeness of a wrong password", password.normalize("NFKC")).slice(0, 3);

type Where = "device" | "network" | "address" | "password";

/** What is counted, for whom, and where that was. */
type Share = [name: LimitName, who: string, where: Where];

/** All of them or none: having to wait for one does not use up the others. */
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
