import "server-only";
import { listFormat } from "../formats";
import { say } from "../messages/said";
import type { Translator } from "../messages/translate";
import type { Posted } from "./posted";

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, character => escapes[character] ?? "");

export type Trouble = {
  t: Translator;
  deskName: string;
  /** The reference of the logged error; undefined when the database is down. */
  number: string | undefined;
  back: string;
  /** The form is from before an upgrade, so sending it again is useless. */
  isOutdated?: boolean;
  /** What was posted to that path, null if it could not be parsed; undefined for a GET. */
  posted?: Posted | null;
};

/** Needs neither database nor script. Repeats the posted text: in a form to resend, or to copy if outdated (409). */
export function troublePage(trouble: Trouble): Response {
  const { t, number, back, posted, isOutdated } = trouble;
  const desk = trouble.deskName;
  const title = isOutdated
    ? t("gate.trouble.outdated.title")
    : number
      ? t("gate.trouble.failed.title")
      : t("gate.trouble.unreachable.title", { desk });
  const page = `<!doctype html>
<html lang="${t.language}" dir="${t.direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${escapeHtml(`${title} · ${desk}`)}</title>
<style>html{background:Canvas;color:CanvasText}body{font:1rem/1.6 system-ui,sans-serif;max-width:34rem;margin:18vh auto;padding:0 1.25rem}
h1{font-size:1.5rem;line-height:1.25}a{font-weight:600}form{margin-top:2rem}label{display:block;font-weight:600;margin-top:1rem}
textarea,input{box-sizing:border-box;width:100%;font:inherit;padding:.5rem}textarea{field-sizing:content;min-height:6rem;max-height:60vh}
button{font:inherit;font-weight:600;padding:.6rem 1.25rem;margin-top:1.5rem;min-height:2.75rem}</style></head>
<body><main><h1>${escapeHtml(title)}</h1>
<p>${escapeHtml((isOutdated ? outdated(t, posted) : failed(t, number, posted)).join(" "))}</p>
${isOutdated ? copies(t, back, posted) : posted ? form(t, back, posted) : `<p><a href="${escapeHtml(back)}">${t("gate.trouble.again")}</a></p>`}</main></body></html>`;
  return new Response(page, {
    status: isOutdated ? 409 : number ? 500 : 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      ...(!number && !isOutdated && { "retry-after": "30" }),
      "content-security-policy":
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    },
  });
}

type Sent = Trouble["posted"];

function failed(t: Translator, number: string | undefined, posted: Sent): string[] {
  return [
    number ? t("gate.trouble.failed", { number }) : t("gate.trouble.unreachable"),
    t("gate.trouble.saved"),
    ...(posted === undefined ? [] : [t(posted ? "gate.trouble.kept" : "gate.trouble.lost")]),
  ];
}

const outdated = (t: Translator, posted: Sent) => [
  t("gate.trouble.outdated"),
  t(posted ? "gate.trouble.outdated.kept" : "gate.trouble.outdated.lost"),
];

function copies(t: Translator, back: string, posted: Sent): string {
  const words = posted?.words.filter(([name, value]) => !/password/i.test(name) && !isUnseen(name, value));
  const boxes = words?.map(([name, value], index) => field(t, name, value, `field-${index}`)) ?? [];
  return `<p><a href="${escapeHtml(back)}">${t("gate.trouble.open")}</a></p>
${boxes.join("\n")}`;
}

function form(t: Translator, back: string, { words, files }: Posted): string {
  const fields = words.map(([name, value], index) => field(t, name, value, `field-${index}`));
  const names = [...new Set(files.map(({ field }) => field))];
  const pickers = names.map((field, index) => {
    const names = files.filter(file => file.field === field).map(file => file.name);
    const label = t("gate.trouble.files", { names: listFormat(t.language).format(names) });
    return `<label for="file-${index}">${escapeHtml(label)}</label>
<input id="file-${index}" type="file" name="${escapeHtml(field)}" multiple>`;
  });
  return `<form method="post" enctype="multipart/form-data" action="${escapeHtml(back)}">
${[...fields, ...pickers].join("\n")}
<button>${t("gate.trouble.again")}</button></form>`;
}

/** Shows what a person may have typed, hides the page's own fields, and never echoes a password. */
function field(t: Translator, name: string, value: string, id: string): string {
  const label = labelOf(t, name);
  const sent = `name="${escapeHtml(name)}"`;
  if (/password/i.test(name))
    return `<label for="${id}">${escapeHtml(t("gate.trouble.password", { label }))}</label><input id="${id}" type="password" ${sent}>`;
  if (isUnseen(name, value)) return `<input type="hidden" ${sent} value="${escapeHtml(value)}">`;
  // Browsers drop the first line break in a textarea.
  return `<label for="${id}">${escapeHtml(label)}</label><textarea id="${id}" dir="auto" ${sent}>\n${escapeHtml(value)}</textarea>`;
}

const typed = /^(answers\..*|body|summary|name|email|message|question|reason|invite|shareWith)$/i;

function isUnseen(name: string, value: string): boolean {
  if (value.trim() === "" || name.startsWith("$") || /^(on|yes|no)$/.test(value)) return true;
  return !typed.test(name) && /^[\w./:@+~-]*$/.test(value);
}

/** Of an answer, the label is made from its key: the form itself may be out of reach. */
function labelOf(t: Translator, name: string): string {
  const code = `gate.trouble.field.${name}`;
  if (t.has(code)) return say(t, { code });
  const words = name
    .replace(/^.*\./, "")
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
  return words.slice(0, 1).toUpperCase() + words.slice(1, 60);
}
