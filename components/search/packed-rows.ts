import type { Absent } from "./present";

/**
 * Rows as a page carries them: field by field, so that each field is named once, and what several rows say is said
 * once.
 */
export type PackedRows<Row> = {
  count: number;
  fields: { [Name in keyof Row]?: PackedField<Row[Name]> };
};

/**
 * Texts are lines of one. Places say which value each row has, from 1, or 0 for none; without them each row has the value
 * at its own place.
 */
type PackedField<Value> = [values: Value[] | string, places?: string];

export type ToPack<Row> = { [Name in keyof Row]: Row[Name] | Absent };

/** Leaves out what is absent. */
export function packRows<Row extends object>(rows: ToPack<Row>[]): PackedRows<Row> {
  const names = new Set<keyof Row>();
  for (const row of rows) for (const name in row) if (row[name]) names.add(name);
  const fields: PackedRows<Row>["fields"] = {};
  for (const name of names) {
    const field = packField<Row[typeof name]>(rows.map(row => row[name]));
    if (field) fields[name] = field;
  }
  return { count: rows.length, fields };
}

function packField<Value>(said: (Value | Absent)[]): PackedField<Value> | null {
  const known = new Map<Value, number>();
  const places = said.map(value => {
    if (!value) return 0;
    const place = known.get(value) ?? known.size + 1;
    known.set(value, place);
    return place;
  });
  if (known.size === 0) return null;
  const values = linesOf([...known.keys()]);
  return known.size === said.length ? [values] : [values, places.join(" ")];
}

/** One text instead of many, each of which React would look at, here and in the browser. */
const linesOf = <Value>(values: Value[]): Value[] | string =>
  values.every(value => typeof value === "string" && !value.includes("\n")) ? values.join("\n") : values;

export function unpackRows<Row extends object>({ count, fields }: PackedRows<Row>): Row[] {
  const rows = Array.from({ length: count }, () => ({}) as Row);
  for (const name in fields) {
    const [packed = [], said] = fields[name] ?? [];
    const values = typeof packed === "string" ? (packed.split("\n") as Row[typeof name][]) : packed;
    const places = said?.split(" ");
    for (const [index, row] of rows.entries()) {
      const value = values[places ? Number(places[index]) - 1 : index];
      if (value !== undefined) row[name] = value;
    }
  }
  return rows;
}
