import "server-only";
import { isHttps } from "../env";
import { languageCookie } from "../messages/asked";
import { languageOf, speaks } from "../messages/languages";
import { returnPath } from "../session/return-path";
import { readSettingsForStrangers } from "../settings";

const days = 365;

/**
 * Keeps in a cookie what somebody who is not logged in wants to read, and leads back to their page. Nobody's account is
 * changed, so a link is enough. A language that the desk does not speak leaves everything as it was.
 */
export async function chooseLanguage(request: Request, tag: string): Promise<Response> {
  const headers = new Headers({ location: pathBefore(request), "cache-control": "no-store" });
  const language = languageOf(tag);
  if (language !== null && speaks(await readSettingsForStrangers(), language))
    headers.set(
      "set-cookie",
      `${languageCookie}=${language}; Path=/; Max-Age=${days * 86_400}; SameSite=Lax; HttpOnly${isHttps() ? "; Secure" : ""}`,
    );
  return new Response(null, { status: 303, headers });
}

/** Browsers say it, but to us alone. */
function pathBefore(request: Request): string {
  const referrer = request.headers.get("referer") ?? "";
  if (!URL.canParse(referrer)) return "/";
  const { host, pathname, search } = new URL(referrer);
  return host === request.headers.get("host") ? returnPath(`${pathname}${search}`) : "/";
}
