/** Elements that close themselves or at the next of their kind, so they never nest. */
const loose = new Set(
  "area base br col dd dt embed hr img input li link meta option p source tbody td tfoot th thead tr wbr".split(
    " ",
  ),
);
/** Elements that prefix each line inside them. */
const indenting = new Set("blockquote dir dl menu ol ul".split(" "));
const maxIndents = 8;
const maxDepth = 80;

/** Removes styles, inline images and deep nesting, because parsing takes time per level. Linear. */
export function flattenHtml(html: string): string {
  const kept: string[] = [];
  const left = { indents: maxIndents, levels: maxDepth };
  const endings = new Map([
    ["style", /<\/style[^>]{0,100}>/gi],
    ["script", /<\/script[^>]{0,100}>/gi],
  ]);
  const dropped = { indents: 0, levels: 0 };
  let at = 0;
  while (at < html.length) {
    const start = html.indexOf("<", at);
    const end = start < 0 ? -1 : html.indexOf(">", start);
    if (end < 0) break;
    kept.push(html.slice(at, start));
    const tag = html.slice(start, end + 1);
    const [, slash, name = ""] = /^<(\/?)([a-z][a-z0-9]{0,30})/i.exec(tag) ?? [];
    at = end + 1;
    const small = name.toLowerCase();
    const ending = slash ? undefined : endings.get(small);
    if (ending) {
      ending.lastIndex = at;
      if (ending.test(html)) at = ending.lastIndex;
      else endings.delete(small);
      continue;
    }
    const kind = indenting.has(small) ? "indents" : "levels";
    if (small === "" || loose.has(small)) kept.push(tag.length > 3_000 ? shorten(tag) : tag);
    else if (slash) {
      if (dropped[kind] > 0) dropped[kind]--;
      else {
        kept.push(tag);
        left[kind]++;
      }
    } else if (left[kind] <= 0) {
      dropped[kind]++;
      kept.push("<br>");
    } else {
      kept.push(tag);
      left[kind]--;
    }
  }
  return kept.join("") + html.slice(at);
}

const shorten = (tag: string) =>
  tag.replace(/"data:[^"]*"/i, '"data:,"').replace(/'data:[^']*'/i, "'data:,'");
