import "server-only";
import { isIP } from "node:net";
import { env } from "../env";

/**
 * Whether the desk answers to the name in a Host header. Any other name may be one that an attacker has made to lead
 * to this machine, so that a browser here takes the desk's answers for the attacker's own (DNS rebinding).
 * An address in numbers cannot be made to lead anywhere.
 */
export function isOurHost(host: string | undefined): boolean {
  const name = nameIn(host);
  if (name === null) return false;
  const { APP_URL, ALLOWED_HOSTS } = env();
  return (
    name === new URL(APP_URL).hostname ||
    /(^|\.)localhost$/.test(name) ||
    isIP(name.replace(/^\[|\]$/g, "")) !== 0 ||
    ALLOWED_HOSTS.includes(name)
  );
}

/** Whether a form that says it comes from `origin` comes from a page of ours that was opened at `host`. */
export function isOurOrigin(origin: string, host: string | undefined): boolean {
  if (origin === env().APP_URL) return true;
  return /^https?:\/\//.test(origin) && URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
}

function nameIn(host: string | undefined): string | null {
  if (!host || !/^(\[[\da-f:.]+\]|[\w.-]+)(:\d{1,5})?$/i.test(host) || !URL.canParse(`http://${host}`))
    return null;
  return new URL(`http://${host}`).hostname.replace(/\.$/, "");
}
