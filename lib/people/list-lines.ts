import { CsvError, parse } from "csv-parse/sync";
import type { Role } from "../actor";
import { type Message, message, refuse } from "../refusal";
import { addressOf } from "../text/email-address";
import { type Column, type Language, listWords } from "./list-words";

/** More would be more than one act can do in the time it has. */
export const maxListed = 200;

export type Choices = { role: Role; language: Language };

/** A line of a list; what is wrong with it stops no other. */
export type Line = { line: number; email: string; role: Role; language: Language; problem: Message | null };

const order: Column[] = ["email", "role", "language"];

/**
 * Reads addresses, and roles and languages where there are such columns, by their titles or in that order.
 * @param choices for lines that say nothing else
 * @throws Refusal invalid (a quotation mark is left open, no addresses, too many lines)
 */
export function readLines(text: string, choices: Choices): Line[] {
  const records = recordsIn(text);
  const columns = columnsIn(records[0]?.cells ?? []);
  const rows = columns ? records.slice(1) : records;
  const at = columns ?? new Map(order.map((column, index) => [column, index]));
  if (rows.length === 0 || (!columns && !records.some(({ cells }) => cells[0]?.includes("@"))))
    throw refuse("invitation_list.no_addresses", {}, { field: "list" });
  if (rows.length > maxListed)
    throw refuse("invitation_list.too_many", { max: maxListed, count: rows.length }, { field: "list" });
  const first = new Map<string, number>();
  return rows.map(({ line, cells }) => {
    const cell = (column: Column) => cells[at.get(column) ?? -1]?.trim() ?? "";
    const read = { line, ...lineOf(cell, choices) };
    const twice = first.get(read.email);
    if (read.problem === null && twice !== undefined)
      return { ...read, problem: message("invitation_list.twice", { line: twice }) };
    if (read.problem === null) first.set(read.email, line);
    return read;
  });
}

function lineOf(cell: (column: Column) => string, choices: Choices): Omit<Line, "line"> {
  const typed = cell("email");
  const address = addressOf(typed);
  const role = cell("role") === "" ? choices.role : listWords().roles.get(cell("role").toLowerCase());
  const language = cell("language") === "" ? choices.language : languageOf(cell("language"));
  const problem =
    address === null || address.length > 254
      ? message("invitation_list.no_address", { value: typed.slice(0, 80) })
      : role === undefined
        ? message("invitation_list.no_role", { value: cell("role").slice(0, 80) })
        : language === undefined
          ? message("invitation_list.no_language", { value: cell("language").slice(0, 80) })
          : null;
  return {
    email: address ?? typed.slice(0, 80),
    role: role ?? choices.role,
    language: language ?? choices.language,
    problem,
  };
}

const languageOf = (typed: string): Language | undefined =>
  listWords().languages.get(typed.replaceAll("_", "-").toLowerCase());

/** Where each column is, if the first line names them. */
function columnsIn(cells: string[]): Map<Column, number> | null {
  const names = cells.map(cell => cell.trim().toLowerCase());
  const found = order.flatMap(column => {
    const at = names.findIndex(name => listWords().columns.get(name) === column);
    return at < 0 ? [] : [[column, at] as const];
  });
  const columns = new Map(found);
  return columns.has("email") ? columns : null;
}

/** Excel separates by semicolons wherever a comma is what a number has, and copies with tabs. */
function recordsIn(text: string): { line: number; cells: string[] }[] {
  const [head = ""] = text.trimStart().split("\n", 1);
  const delimiter = [";", "\t", ","].find(one => head.includes(one)) ?? ",";
  try {
    const records = parse(text, {
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      trim: true,
      skip_empty_lines: true,
    }) as unknown as { info: { lines: number }; record: string[] }[];
    return records
      .map(({ info, record }) => ({ line: info.lines, cells: record }))
      .filter(({ cells }) => cells.some(cell => cell.trim() !== ""));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refuse("invitation_list.broken", { line: Number(error.lines ?? 1) }, { field: "list" });
  }
}
