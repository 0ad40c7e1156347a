import "server-only";
import { env } from "../env";

export const hiddenLink = "[personal link removed]";

/** Characters that separate words and cannot be part of an address. */
const between = /([\s<>"'()[\]{}|\\^`]+)/;
const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
/** The token of a mute link, even if a link scanner has rewritten the URL. */
const muteToken = new RegExp(`${uuid}\\.${uuid}\\.?`, "i");
const slash = "(?:/|%(?:25)*2f)";
const pages = [
  "mute",
  "set-password",
  "confirm",
  "invitations",
  "join",
  "email",
  "reset",
  "sign-in",
  "sign-up",
  "log-in",
  "setup",
];
const tokenPage = new RegExp(`${slash}(?:${pages.join("|")})${slash}[\\w%]`, "i");
/** Part of a `newToken` on any page; the desk's own paths are lower case, so upper case gives it away. */
const longToken = /[\w-]{24,}/;
/** Pages that take no token: text on the line after their address belongs to the writer. */
const openPage =
  /^(?::\d+)?\/(?:requests|agent|admin|catalog|mailbox|notifications|settings\/(?:notifications|data|password))(?![\w-])/i;
const scheme = /https?(?::|%(?:25)*3a)(?:\/|%(?:25)*2f){2}$/i;
const lineBreak = /^[^\S\n]*\n(?:>|[^\S\n])*$/;
/** The rest of an address that was broken across lines: mixed case with digits, which people do not write. */
const rest = /^(?=[^a-z]*[a-z])(?=[^A-Z]*[A-Z])(?=\D*\d)[\w./%?&=-]{16,}$/;
const wholeToken = /[\w-]{43}[^\w-]*$/;
const replyToken = /reply\+[a-z2-7]{20,}/i;

/** Removes the desk's personal links: quoting them would give everyone on the request access. Linear. */
export function hidePersonalLinks(text: string): string {
  const { hostname } = new URL(env().APP_URL);
  const small = text.toLowerCase();
  // Skips the common case. Mute tokens are removed even without the desk's address.
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

function pathOf(word: string, hostname: string): string | null {
  const at = word.toLowerCase().indexOf(hostname);
  return at < 0 ? null : word.slice(at + hostname.length);
}

function opens(path: string): boolean {
  return tokenPage.test(path) || /[A-Z]/.test(longToken.exec(path)?.[0] ?? "");
}

function isStartOf(word: string, hostname: string, next: string): boolean {
  const path = pathOf(word, hostname);
  if (!path || openPage.test(path)) return false;
  return scheme.test(word.slice(0, -path.length - hostname.length)) && opens(path + next);
}
