import { returnPath } from "@/lib/entry/return-path";
import { env } from "@/lib/env";

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, character => escapes[character] ?? "");

/**
 * What went wrong before a page could be drawn: the database is away (503), or a fault of ours that was logged
 * under a number (500). Needs neither database nor script, so that it can always be shown.
 */
export function GET(request: Request): Response {
  const query = new URL(request.url).searchParams;
  const number = /^[0-9A-F]{8}$/.exec(query.get("number") ?? "")?.[0];
  const back = escapeHtml(returnPath(query.get("back")));
  const name = escapeHtml(env().DESK_NAME);
  const [title, text] = number
    ? [
        "Something went wrong on our side",
        `What you saved before is safe. Please try again; if it stays, tell us the number ${number}.`,
      ]
    : [
        `${name} will be back in a moment`,
        "The desk cannot reach its database just now. Everything that was saved is safe; what you were about to send has not been sent.",
      ];
  const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${title} · ${name}</title>
<style>body{font:1rem/1.6 system-ui,sans-serif;max-width:34rem;margin:18vh auto;padding:0 1.25rem}
h1{font-size:1.5rem;line-height:1.25}a{font-weight:600}</style></head>
<body><main><h1>${title}</h1>
<p>${text}</p>
<p><a href="${back}">Try again</a></p></main></body></html>`;
  return new Response(page, {
    status: number ? 500 : 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      ...(!number && { "retry-after": "30" }),
      "content-security-policy":
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
    },
  });
}
