import "server-only";
import { isHttps } from "../env";

/** The __Host- prefix makes the browser refuse the cookie from any other host or without TLS (RFC 6265bis). */
export const cookieName = (name: string) => (isHttps() ? `__Host-${name}` : name);

export const cookieOptions = () => ({
  httpOnly: true,
  sameSite: "lax" as const,
  path: "/",
  secure: isHttps(),
});
