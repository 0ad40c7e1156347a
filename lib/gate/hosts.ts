import "server-only";
import { isIP } from "node:net";
import { env } from "../env";

/**
 * Refuses other names, because an attacker's domain can resolve to this machine (DNS rebinding). IP literals are
 * safe.
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

export function isOurOrigin(origin: string, host: string | undefined): boolean {
  if (origin === env().APP_URL) return true;
  return /^https?:\/\//.test(origin) && URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
}

function nameIn(host: string | undefined): string | null {
  if (!host || !/^(\[[\da-f:.]+\]|[\w.-]+)(:\d{1,5})?$/i.test(host) || !URL.canParse(`http://${host}`))
    return null;
  return new URL(`http://${host}`).hostname.replace(/\.$/, "");
}
