import "server-only";
import { Document, isMap, isScalar, type Node, visit } from "yaml";

const mostInLine = 60;

/** As YAML. The same desk is always the same bytes. */
export function writeFile(file: object): string {
  const document = new Document(compact(file), {
    ...{ version: "1.2", schema: "core", aliasDuplicateObjects: false },
  });
  if (isMap(document.contents))
    for (const [place, { key }] of document.contents.items.entries())
      if (place > 0) (key as Node).spaceBefore = true;
  visit(document, {
    Seq(_, list) {
      const values = list.items.map(item => (isScalar(item) ? String(item.value) : null));
      if (values.every(value => value !== null) && fits(values)) list.flow = true;
      // A choice, with its value and its label.
      for (const item of list.items) if (isMap(item) && item.has("value")) item.flow = fits(wordsIn(item));
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

const wordsIn = (map: { items: { value: unknown }[] }) =>
  map.items.map(({ value }) => (isScalar(value) ? String(value.value) : "\n"));
const fits = (values: string[]) =>
  values.join(", ").length <= mostInLine && !values.some(one => /\n/.test(one));

/** Without what is empty: its absence says the same. */
function compact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(compact);
  if (typeof value !== "object" || value === null) return value;
  const isSaid = ([, said]: [string, unknown]) =>
    said !== undefined && said !== "" && !(Array.isArray(said) && said.length === 0);
  return Object.fromEntries(
    Object.entries(value)
      .filter(isSaid)
      .map(([key, said]) => [key, compact(said)]),
  );
}
