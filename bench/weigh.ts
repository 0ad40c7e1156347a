export type Weight = {
  /** Bytes of the page before compression. */
  html: number;
  /** Of these, what Next sends for hydration, unescaped. */
  flight: number;
  /** Bytes of the page's visible words and the values of its telling attributes, as JSON. */
  shown: number;
};

const telling = /\s(?:href|src|title|alt|value|placeholder|aria-label|datetime)="([^"]*)"/g;

export function weigh(html: string): Weight {
  return {
    html: Buffer.byteLength(html),
    flight: Buffer.byteLength(flightOf(html)),
    shown: Buffer.byteLength(JSON.stringify(shownBy(html))),
  };
}

function flightOf(html: string): string {
  const pushes = html.matchAll(/<script[^>]*>self\.__next_f\.push\((\[.*?\])\)<\/script>/gs);
  return [...pushes].map(([, pushed = ""]) => (JSON.parse(pushed) as [number, string?])[1] ?? "").join("");
}

function shownBy(html: string): string[] {
  const body = (html.split("<body")[1] ?? "").replace(/<(script|style|svg)\b.*?<\/\1>/gs, "");
  const words = body.replace(/^[^>]*>/, "").split(/<[^>]*>/);
  const attributes = [...body.matchAll(telling)].map(([, value = ""]) => value);
  return [...words, ...attributes].map(text => text.trim()).filter(Boolean);
}
