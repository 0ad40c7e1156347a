import { type NextRequest, NextResponse } from "next/server";

// Not the address of a mailed link: its token would become part of the one that leads back.
const needsSignIn = /^\/(catalog|requests|settings(?!\/email\/)|notifications|agent|admin)(\/|$)/;
// On serverless these are the first checks. On a Node server lib/gate has asked for the same, and more, before.
// What words alone may weigh, and what a form with files may, on the pages that have one. next.config.mjs takes no
// more; the forms state limits below.
const maxBytes = { words: 1_000_000, files: 26_000_000 };
const hasFiles = /^\/(catalog|requests|agent\/requests)\/./;
const sessionCookies = ["lodge-session", "__Host-lodge-session"];

/**
 * Gives each page its content security policy and sends the obviously signed-out to the sign-in page.
 * It protects nothing: rights are decided beside the data.
 */
export function middleware(request: NextRequest) {
  const { pathname, search } = request.nextUrl;
  if (!isReadable(pathname)) return NextResponse.rewrite(new URL("/not-an-address", request.url));
  if (request.method === "POST" && isFromElsewhere(request))
    return new NextResponse("This form was sent from another site. Open the page here and send it again.", {
      status: 403,
    });
  const isSignedOut = !sessionCookies.some(name => request.cookies.has(name));
  if (isSignedOut && request.method === "GET" && needsSignIn.test(pathname)) {
    const signIn = new URL("/sign-in", request.url);
    signIn.searchParams.set("next", pathname + search);
    return NextResponse.redirect(signIn);
  }

  const isForm = request.headers.get("content-type")?.startsWith("multipart/form-data") && !isSignedOut;
  const most = maxBytes[isForm && hasFiles.test(pathname) ? "files" : "words"];
  if (Number(request.headers.get("content-length")) > most)
    return new NextResponse(
      "This is more than one form can carry. Go back, shorten it or attach less, and send it again.",
      {
        status: 413,
      },
    );

  const nonce = btoa(crypto.randomUUID());
  const policy = contentPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  // For what is drawn beside a page and does not know which page it is.
  headers.set("x-path", pathname);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  if (process.env.APP_URL?.startsWith("https://"))
    response.headers.set("strict-transport-security", "max-age=63072000");
  return response;
}

/** Next would answer an address with broken percent signs with an error of its own. */
function isReadable(pathname: string): boolean {
  try {
    return decodeURIComponent(pathname) !== "";
  } catch {
    return false;
  }
}

/** The doors decide this for themselves; here it only gets a plain answer instead of an error of Next's own. */
function isFromElsewhere({ headers }: NextRequest): boolean {
  const origin = headers.get("origin");
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  return origin !== null && (!URL.canParse(origin) || new URL(origin).host !== host);
}

function contentPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export const config = {
  // Files and the answers that bring a policy of their own are left alone.
  matcher: ["/((?!_next/static/|favicon.ico$|icon.svg$|trouble$|mailbox/[^/]+/html$|api/).*)"],
};
