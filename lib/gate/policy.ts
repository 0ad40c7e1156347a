import type { IncomingMessage, ServerResponse } from "node:http";

/** Forms that admins look at beside their draft. Everything else is in no frame. */
const isFramed = /^\/admin\/catalog\/types\/[^/]+\/form\/preview$/;

/** The policy under which a page runs: scripts and styles of our own, and inline ones with this page's nonce. */
export function contentPolicy(path: string, nonce: string, isDevelopment: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${isFramed.test(path) ? "'self'" : "'none'"}`,
  ].join("; ");
}

/** 128 bits, in as few signs as that takes: a page repeats it dozens of times. */
export const newNonce = () => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));

/** As the matcher of the middleware: not static files, nor routes that set a policy of their own. */
const isPage =
  /^\/(?!_next\/static\/|favicon\.ico$|mark\.svg$|icons\.svg$|trouble$|mailbox\/[^/]+\/html$|api\/)/;

/** Gives a page its policy. Next reads the nonce from the request's header. */
export function setPolicy(
  { url = "", headers }: IncomingMessage,
  response: ServerResponse,
  isDevelopment: boolean,
): void {
  const [path = ""] = url.split("?", 1);
  if (!isPage.test(path)) return;
  const nonce = newNonce();
  headers["x-nonce"] = nonce;
  const policy = contentPolicy(path, nonce, isDevelopment);
  headers["content-security-policy"] = policy;
  response.setHeader("content-security-policy", policy);
}
