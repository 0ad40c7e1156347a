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
/** Pages that no token opens: what follows their address on the next line is the writer's. */
const openPage =
  /^(?::\d+)?\/(?:requests|agent|admin|catalog|mailbox|notifications|settings\/(?:notifications|data|password))(?![\w-])/i;
const scheme = /https?(?::|%(?:25)*3a)(?:\/|%(?:25)*2f){2}$/i;
/** One end of a line, and the marks of a quote. */
const lineBreak = /^[^\S\n]*\n(?:>|[^\S\n])*$/;
/** The rest of an address that a program broke in two: nobody writes words of small and capital letters and digits. */
const rest = /^(?=[^a-z]*[a-z])(?=[^A-Z]*[A-Z])(?=\D*\d)[\w./%?&=-]{16,}$/;
/** All of what `newToken` writes: nothing of it is on the next line. */
const wholeToken = /[\w-]{43}[^\w-]*$/;
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
  let goesOn: (next: string) => boolean = () => false;
  for (let at = 0; at < words.length; at += 2) {
    const word = words[at] ?? "";
    const path = pathOf(word, hostname);
    const isPersonal =
      muteToken.test(word) || (path !== null && opens(path)) || (rest.test(word) && goesOn(word));
    const isBroken = lineBreak.test(words[at + 1] ?? "") && !wholeToken.test(word);
    goesOn = next => isBroken && (isPersonal || isStartOf(word, hostname, next));
    words[at] = isPersonal ? hiddenLink : word.replace(replyToken, "reply+…");
  }
  return words.join("");
}

/** What follows the desk's name in a word; null where that is not named. */
function pathOf(word: string, hostname: string): string | null {
  const at = word.toLowerCase().indexOf(hostname);
  return at < 0 ? null : word.slice(at + hostname.length);
}

function opens(path: string): boolean {
  return tokenPage.test(path) || /[A-Z]/.test(longToken.exec(path)?.[0] ?? "");
}

/** Whether both together are the address of a page that a token opens. */
function isStartOf(word: string, hostname: string, next: string): boolean {
  const path = pathOf(word, hostname);
  if (!path || openPage.test(path)) return false;
  return scheme.test(word.slice(0, -path.length - hostname.length)) && opens(path + next);
}
