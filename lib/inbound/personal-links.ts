import "server-only";
import { env } from "../env";

export const hiddenLink = "[personal link removed]";

/** Between the words of a text or an HTML page, as far as an address cannot hold them. */
const between = /([\s<>"'()[\]{}|\\^`]+)/;
const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
/** The token of a mute link, wherever it stands and however its address was wrapped by a scanner of links. */
const muteToken = new RegExp(`${uuid}\\.${uuid}\\.?`, "i");
/** The pages of the desk that a token opens. */
const slash = "(?:/|%(?:25)*2f)";
const pages = [
  "mute",
  "set-password",
  "confirm",
  "invitations",
  "email",
  "reset",
  "sign-in",
  "sign-up",
  "log-in",
];
const tokenPage = new RegExp(`${slash}(?:${pages.join("|")})${slash}[\\w%]`, "i");
/** A good part of what `newToken` writes, whatever the page is called; names in our addresses have small letters. */
const longToken = /[\w-]{24,}/;
/** The rest of an address that a program broke in two. */
const rest = /^(?=[^A-Z0-9]*[A-Z0-9])[\w./%?&=-]{16,}$/;
const replyToken = /reply\+[a-z2-7]{20,}/i;

/**
 * Takes the desk's personal links out of what comes in from others: the desk mailed them to one person, and a quote of
 * that mail would hand them to everybody who reads it. Linear in the length of the text.
 */
export function hidePersonalLinks(text: string): string {
  const { hostname } = new URL(env().APP_URL);
  const small = text.toLowerCase();
  // Most mails name none of it; a token without its address is looked for all the same.
  if (!small.includes(hostname) && !small.includes("reply+") && !muteToken.test(text)) return text;
  const words = text.split(between);
  let isBroken: boolean = false;
  for (let at = 0; at < words.length; at += 2) {
    const word = words[at] ?? "";
    const isOurs = word.toLowerCase().includes(hostname);
    const isPersonal: boolean =
      muteToken.test(word) || (isOurs && opens(word, hostname)) || (isBroken && rest.test(word));
    isBroken = (isOurs || isPersonal) && (words[at + 1] ?? "").includes("\n");
    words[at] = isPersonal ? hiddenLink : word.replace(replyToken, "reply+…");
  }
  return words.join("");
}

function opens(word: string, hostname: string): boolean {
  const path = word.slice(word.toLowerCase().indexOf(hostname) + hostname.length);
  return tokenPage.test(path) || /[A-Z]/.test(longToken.exec(path)?.[0] ?? "");
}
