import "server-only";
import { sign } from "../crypto";
import { type LimitName, waitInWords } from "../limits";
import { forget, giveBack, spend, trySpending, waitOf } from "../rate-limit";
import { TooMany } from "../refusal";

/** Where a try to log in comes from, and as which browser of the account it is known. */
export type Try = { email: string; password: string; network: string; device: string | null };

/** Says how the try went that was counted; `takeBack` when nobody came to look at the password. */
export type CountedTry = { [end in "wentWell" | "wentWrong" | "takeBack"]: () => Promise<void> };

/**
 * Counts a try to log in, before the password is looked at. A browser that has logged in to the account before is
 * counted for itself, so that nobody else can use up its tries. All others share what their network and the address have.
 * @throws TooMany, with the wait next to the password; `link` among its fields where a link by mail is offered instead
 */
export async function countLogIn({ email, password, network, device }: Try): Promise<CountedTry> {
  if (device) {
    const own: Share[] = [["logInByDevice", device, "with this browser"]];
    await spendAll(own, false);
    return {
      wentWell: () => forget("logInByDevice", device),
      wentWrong: async () => undefined,
      takeBack: () => returnAll(own),
    };
  }
  const here = `${network} ${email}`;
  const shares: Share[] = [
    ["logInFromNetwork", network, "from your network"],
    ["logInByStranger", here, "for this address"],
    ["logInToAccount", email, "for this address"],
  ];
  await spendAll(shares);
  const likeness = likenessOf(password);
  const wait = await waitOf("onePassword", likeness);
  if (wait > 0) await refuse(shares, wait, "with this password");
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

/** Counts a new password that a stranger wants to be judged, which is work. @throws TooMany */
export function countNewPassword(network: string): Promise<void> {
  return spend("newPassword", network);
}

/**
 * 18 bits of a keyed digest: enough to see one password being tried at many addresses, and too few to tell from what
 * is kept which one it was.
 */
const likenessOf = (password: string) =>
  sign("likeness of a wrong password", password.normalize("NFKC")).slice(0, 3);

/** What is counted, for whom, and where that was, in words. */
type Share = [name: LimitName, who: string, where: string];

/** All of them or none: having to wait for one does not use up the others. */
async function spendAll(shares: Share[], isLinkOffered = true): Promise<void> {
  for (const [place, [name, who, where]] of shares.entries()) {
    const seconds = await trySpending(name, who);
    if (seconds > 0) await refuse(shares.slice(0, place), seconds, where, isLinkOffered);
  }
}

async function returnAll(shares: Share[]): Promise<void> {
  for (const [name, who] of shares) await giveBack(name, who);
}

async function refuse(spent: Share[], seconds: number, where: string, isLinkOffered = true): Promise<never> {
  await returnAll(spent);
  throw new TooMany(seconds, `There were many wrong log-ins ${where}.`, {
    password: [`Please wait ${waitInWords(seconds)}, then enter your password once more.`],
    ...(isLinkOffered && {
      link: ["You need not wait: let us mail you a link that logs you in, if this is your address."],
    }),
  });
}
