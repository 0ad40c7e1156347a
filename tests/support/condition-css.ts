/**
 * What of a style sheet of conditions applies while these inputs are checked: the ids of boxes that are hidden.
 * @param checked ids, those of entries of lists as that of their question and their key
 */
export function hiddenBoxes(css: string, checked: ReadonlySet<string>): Set<string> {
  const hidden = new Set<string>();
  for (const rule of css.split("\n").filter(Boolean)) {
    const [, condition = "", box = "", rest] =
      /^\[id="[^"]+"\](.*) \[id="([^"]+)"\]( \.[\w-]+)?\{display:none\}$/.exec(rule) ?? [];
    if (box === "") throw new Error(`This rule is of another form: ${rule}`);
    if (rest === undefined && fits(condition, checked)) hidden.add(box);
  }
  return hidden;
}

/** A form fits a sequence of :has(…), :is(…) and :not(…) if it fits each. */
function fits(selector: string, checked: ReadonlySet<string>): boolean {
  if (selector === "") return true;
  const [, name, rest = ""] = /^:(has|is|not)\((.*)$/s.exec(selector) ?? [];
  const end = closing(rest);
  const inside = rest.slice(0, end);
  return own(name, inside, checked) && fits(rest.slice(end + 1), checked);
}

function own(name: string | undefined, inside: string, checked: ReadonlySet<string>): boolean {
  if (name === "has")
    return [...inside.matchAll(/\[id="([^"]+)"\](?: \[value="([^"]+)"\])?:checked/g)].some(
      ([, id = "", value]) => checked.has(value === undefined ? id : `${id} ${value}`),
    );
  if (name === "not") return inside !== "*" && !fits(inside, checked);
  if (name === "is") return alternatives(inside).some(one => fits(one, checked));
  throw new Error(`This selector is of another form: ${inside}`);
}

function closing(text: string): number {
  let depth = 1;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === "(") depth++;
    if (text[index] === ")" && --depth === 0) return index;
  }
  throw new Error(`This has no end: ${text}`);
}

function alternatives(list: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const letter of list) {
    if (letter === "(") depth++;
    if (letter === ")") depth--;
    if (letter === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += letter;
  }
  return parts;
}
