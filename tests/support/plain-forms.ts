type Fields = [name: string, value: string][];

export const readPlainly = (url: string, cookie: string) =>
  fetch(url, { headers: { cookie, accept: "text/html" }, redirect: "manual" });

export function fieldsIn(html: string, id: string): Fields {
  const form = new RegExp(`<form[^>]*\\bid="${id}"[\\s\\S]*?</form>`).exec(html)?.[0];
  if (!form) throw new Error(`There is no form “${id}” on the page.`);
  const inputs = form.match(/<input [^>]*>/g) ?? [];
  const hidden = inputs.filter(input => /type="(hidden|text|email)"/.test(input)).map(pairOf);
  const boxes = [...form.matchAll(/<textarea [^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g)];
  return [...hidden, ...boxes.map(([, name = "", text = ""]): Fields[number] => [name, decoded(text)])];
}

/** Posts the form with this id like a browser without script, with these values filled in. */
export async function sendPlainly(
  url: string,
  cookie: string,
  fields: Fields,
  typed: Record<string, string>,
): Promise<{ status: number; location: string; html: string; cookies: string[] }> {
  const body = new FormData();
  for (const [name, value] of fields) if (!(name in typed)) body.append(name, value);
  for (const [name, value] of Object.entries(typed)) body.append(name, value);
  const origin = new URL(url).origin;
  const headers = { cookie, origin, "sec-fetch-site": "same-origin" };
  const response = await fetch(url, { method: "POST", body, headers, redirect: "manual" });
  return {
    status: response.status,
    location: response.headers.get("location") ?? "",
    html: await response.text(),
    cookies: response.headers.getSetCookie(),
  };
}

export const wordsIn = (html: string) =>
  decoded(html.replace(/<script[\s\S]*?<\/script>/g, "").replace(/<[^>]*>/g, " ")).replace(/\s+/g, " ");

function pairOf(input: string): Fields[number] {
  return [decoded(/name="([^"]*)"/.exec(input)?.[1]), decoded(/value="([^"]*)"/.exec(input)?.[1])];
}

function decoded(text = ""): string {
  return text
    .replace(/<!-- -->/g, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
