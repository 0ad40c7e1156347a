/** Values by field name; a list fills a repeated field. */
export type Fields = Record<string, string | string[]>;
type Visitor = { desk: { url: string }; cookie?: string };

/** Returns a function that posts the page's form, hidden fields included, like a browser without script. */
export async function openForm(
  { desk, cookie = "" }: Visitor,
  path: string,
  id: string,
): Promise<(fields: Fields) => Promise<Response>> {
  const page = await fetch(desk.url + path, { headers: { cookie }, redirect: "manual" });
  const html = await page.text();
  const form = html
    .split("<form")
    .map(part => part.slice(0, part.indexOf("</form>")))
    .find(part => part.slice(0, part.indexOf(">")).includes(` id="${id}"`));
  if (page.status !== 200 || form === undefined)
    throw new Error(`${path} answered ${page.status} and has no form “${id}”.`);
  const hidden = (form.match(/<input[^>]*type="hidden"[^>]*>/g) ?? []).map(
    input => [attributeOf(input, "name"), attributeOf(input, "value")] as const,
  );
  const set = page.headers.getSetCookie().map(line => line.split(";")[0]);
  const cookies = [cookie, ...set].filter(Boolean).join("; ");
  return async fields => {
    const body = new FormData();
    for (const [name, value] of hidden) if (!(name in fields)) body.append(name, value);
    for (const [name, values] of Object.entries(fields))
      for (const value of [values].flat()) body.append(name, value);
    return fetch(desk.url + path, {
      method: "POST",
      body,
      headers: { cookie: cookies, origin: desk.url, "sec-fetch-site": "same-origin" },
      redirect: "manual",
    });
  };
}

function attributeOf(input: string, attribute: string): string {
  const [, value = ""] = new RegExp(` ${attribute}="([^"]*)"`).exec(input) ?? [];
  return value
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
