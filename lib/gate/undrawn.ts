import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Translator } from "../messages/translate";
import { escaped } from "../text/html";
import { translatorOfRequest } from "./answers";

const undrawn = '<html id="__next_error__">';
const sheet = /<link rel="preload" href="([^"]+\.css)" as="style" nonce="([^"]+)"/;

/**
 * Next leaves a page that turns out not to exist, or that fails, to the browser to draw. Without script it would be empty,
 * so this says what the script would.
 */
export function drawWithoutScript(
  request: IncomingMessage,
  { statusCode }: ServerResponse,
  page: Buffer,
): Buffer {
  if (statusCode < 400 || page.indexOf(undrawn) === -1) return page;
  const t = translatorOfRequest(request);
  const html = page.toString();
  const [, href, nonce] = sheet.exec(html) ?? [];
  const style = href ? `<link rel="stylesheet" href="${href}" nonce="${nonce}">` : "";
  const words =
    statusCode === 404
      ? nothingHere(t, request.url)
      : `<div class="empty"><h1>${escaped(t("gate.failed"))}</h1></div>`;
  const main = `<main class="portal-main px-4 py-12" lang="${t.language}" dir="${t.direction}">${words}</main>`;
  return Buffer.from(html.replace("<body>", () => `<body><noscript>${style}${main}</noscript>`));
}

function nothingHere(t: Translator, url = ""): string {
  const [href, label] = url.startsWith("/agent")
    ? ["/agent", t("browser.missing.back_to_queue")]
    : ["/", t("browser.raise")];
  return `<h1 class="sr-only">${escaped(t("browser.missing"))}</h1>
    <div class="empty"><h2>${escaped(t("browser.missing.title"))}</h2>
    <div class="empty-text">${escaped(t("browser.missing.text"))}</div>
    <div class="empty-actions"><a class="button button-primary" href="${href}">${escaped(label)}</a></div></div>`;
}
