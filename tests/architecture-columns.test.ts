import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { internalColumns } from "./support/internal-columns";
import { fates } from "./support/personal-columns";

const schema = readFileSync("prisma/schema.prisma", "utf8");

/** Columns that can hold words, as Model.column. Ids are no words. */
const columns = [...schema.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)].flatMap(([, model, body = ""]) =>
  [...body.matchAll(/^ {2}(\w+) +(?:String|Json|Bytes)\b(?!.*@db\.Uuid)/gm)].map(
    ([, column]) => `${model}.${column}`,
  ),
);

const lists: [says: string, columns: Record<string, Record<string, string>>][] = [
  ["what becomes of it when a person is erased", fates],
  ["who reads it", internalColumns],
];

test.each(lists)("each column that can hold words says %s", (_, listed) => {
  expect(columns.length).toBeGreaterThan(80);
  const said = Object.entries(listed).flatMap(([model, own]) =>
    Object.keys(own).map(column => `${model}.${column}`),
  );
  expect(columns.filter(column => !said.includes(column))).toEqual([]);
  expect(said.filter(column => !columns.includes(column))).toEqual([]);
});
