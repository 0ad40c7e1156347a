// `npm run mail:preview`: renders every email with sample content as HTML and text, and again on each change.
import { readdirSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Message, renderMail } from "@/emails/render";
import { report } from "./progress";
import { root } from "./settings";

type Sample = Message<object> & { default: { PreviewProps?: object } };
type Preview = { name: string; subject: string; html: string; text: string };

const folder = join(root, "emails");

async function renderAll(): Promise<Preview[]> {
  const previews: Preview[] = [];
  for (const file of readdirSync(folder).toSorted()) {
    if (!file.endsWith(".tsx")) continue;
    const message = (await import(pathToFileURL(join(folder, file)).href)) as Partial<Sample>;
    const props = message.default?.PreviewProps;
    if (props) previews.push({ name: file.slice(0, -4), ...(await renderMail(message as Sample, props)) });
  }
  return previews;
}

const escaped = (text: string) => text.replace(/[&<>"]/g, character => `&#${character.codePointAt(0)};`);

function listOf(previews: Preview[]): string {
  const rows = previews.map(
    ({ name, subject }) =>
      `<li><a href="/${name}.html">${name}</a> (<a href="/${name}.txt">as text</a>)<br>${escaped(subject)}</li>`,
  );
  return `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>Mails</title>
<body style="font: 16px/1.6 system-ui; margin: 2rem"><h1>Emails</h1><ul>${rows.join("")}</ul></body></html>`;
}

async function preview(): Promise<void> {
  const previews = await renderAll();
  const pages = new Map([["/", { type: "text/html", body: listOf(previews) }]]);
  for (const { name, html, text } of previews) {
    pages.set(`/${name}.html`, { type: "text/html", body: html });
    pages.set(`/${name}.txt`, { type: "text/plain", body: text });
  }
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? "/");
    response
      .writeHead(page ? 200 : 404, { "content-type": `${page?.type ?? "text/plain"}; charset=utf-8` })
      .end(page?.body ?? "There is no such email.");
  });
  const port = Number(process.env.PORT ?? 3300);
  server.on("error", fail);
  server.listen(port, "localhost", () =>
    console.log(`${previews.length} emails at http://localhost:${port} — Ctrl+C ends it`),
  );
}

function fail(error: unknown): void {
  report(error);
  process.exitCode = 1;
}

preview().catch(fail);
