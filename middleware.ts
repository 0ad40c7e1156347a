import { type NextRequest, NextResponse } from "next/server";
import { contentPolicy, newNonce } from "./lib/gate/policy";
import { isSignedOut, signInFor } from "./lib/gate/sign-in";
import { middlewareTexts } from "./lib/generated/middleware-texts";

// Bytes of a form's text, and of a form with files. On serverless this is the first check; on a Node server the gate
// has already checked more. next.config.mjs has the same maximum.
const maxBytes = { words: 1_000_000, files: 26_000_000 };
const hasFiles = /^\/((catalog|requests|agent\/requests)\/.|admin\/settings$)/;

/**
 * For servers without the gate: sets each page's content security policy, and sends visitors without a cookie to the
 * log-in page. Not a security boundary: access is decided with the data.
 */
export function middleware(request: NextRequest) {
  const { pathname, search } = request.nextUrl;
  if (!isReadable(pathname)) return NextResponse.rewrite(new URL("/not-an-address", request.url));
  if (request.method === "POST" && isFromElsewhere(request))
    return new NextResponse(middlewareTexts["refusals.origin.foreign"], { status: 403 });
  const isStranger = isSignedOut(request.headers.get("cookie") ?? "");
  const signIn = isStranger && request.method === "GET" ? signInFor(pathname, search) : null;
  if (signIn) return NextResponse.redirect(new URL(signIn, request.url));

  const isForm = request.headers.get("content-type")?.startsWith("multipart/form-data") && !isStranger;
  const maxLength = maxBytes[isForm && hasFiles.test(pathname) ? "files" : "words"];
  if (Number(request.headers.get("content-length")) > maxLength)
    return new NextResponse(middlewareTexts["gate.too_much"], { status: 413 });

  const nonce = newNonce();
  const policy = contentPolicy(pathname, nonce, process.env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  if (process.env.APP_URL?.startsWith("https://"))
    response.headers.set("strict-transport-security", "max-age=63072000");
  return response;
}

/** Next answers malformed percent-encoding with its own error page. */
function isReadable(pathname: string): boolean {
  try {
    return decodeURIComponent(pathname) !== "";
  } catch {
    return false;
  }
}

/** Gives foreign origins a plain answer instead of Next's error; the entry points check again. */
function isFromElsewhere({ headers }: NextRequest): boolean {
  const origin = headers.get("origin");
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  return origin !== null && (!URL.canParse(origin) || new URL(origin).host !== host);
}

export const config = {
  matcher: [
    {
      // Skips static files and routes that set their own policy.
      source: "/((?!_next/static/|favicon.ico$|mark.svg$|icons.svg$|trouble$|mailbox/[^/]+/html$|api/).*)",
      // The gate has done all this for a fraction of the cost. On serverless, whoever sends this header only loses their
      // own page's policy.
      missing: [{ type: "header", key: "x-lodge-gate" }],
    },
  ],
};
