import "server-only";
import { Readable } from "node:stream";
import { stringify } from "csv-stringify";
import type { PersonActor } from "../actor";
import { dateFormat } from "../formats";
import type { Translator } from "../messages/translate";
import { resolutionCode, statusCode } from "../requests/labels";
import type { Column } from "./columns";
import { type Listed, type RequestRow, walkRequests } from "./list";
import type { View } from "./view";

/**
 * Streams batches, to bound memory. Cells that look like formulas are disarmed (OWASP, CSV injection); times are in
 * the reader's zone. Errors in the first batch are thrown; later ones break off the stream.
 */
export async function exportRequests(
  t: Translator,
  actor: PersonActor,
  view: View,
  { batchSize, of }: { batchSize?: number; of?: Listed } = {},
): Promise<ReadableStream> {
  const batches = walkRequests(actor, view, batchSize, of);
  const first = await batches.next();
  const csv = stringify({
    bom: true,
    quoted: true,
    quoted_empty: true,
    escape_formulas: true,
    record_delimiter: "windows",
    header: true,
    columns: view.columns.map(name => ({ key: name, header: headingOf(t, name, actor) })),
  });
  const rows = Readable.from(rowsOf(t, actor, view, first.done ? [] : withFirst(first.value, batches)));
  rows.on("error", error => csv.destroy(error));
  csv.on("close", () => rows.destroy());
  return Readable.toWeb(rows.pipe(csv)) as ReadableStream;
}

async function* withFirst<T>(first: T, others: AsyncGenerator<T>): AsyncGenerator<T> {
  yield first;
  yield* others;
}

type Batches = AsyncIterable<RequestRow[]> | Iterable<RequestRow[]>;

async function* rowsOf(t: Translator, actor: PersonActor, view: View, batches: Batches) {
  for await (const batch of batches)
    for (const row of batch)
      yield Object.fromEntries(
        view.columns.map(name => [name, cells[name]?.(row, actor, t.ofType(row.typeSlug))]),
      );
}

const times: readonly Column[] = ["raised", "activity"];

function headingOf(t: Translator, name: Column, { timeZone }: PersonActor): string {
  const column = t(`search.column.${name}`);
  return times.includes(name) ? t("search.column.in_zone", { column, timeZone }) : column;
}

const cells: Partial<Record<Column, (row: RequestRow, actor: PersonActor, t: Translator) => string>> = {
  reference: row => row.reference,
  summary: row => row.summary,
  type: row => row.typeName,
  status: (row, _, t) => t(statusCode(row.status, "customer")),
  resolution: (row, _, t) => (row.resolution ? t(resolutionCode(row.resolution)) : ""),
  requester: row => row.requesterName,
  raised: (row, actor) => timeOf(row.createdAt, actor),
  activity: (row, actor) => timeOf(row.lastActivityAt, actor),
};

/** 2026-11-24 09:30, which spreadsheets of every language parse as a time. */
function timeOf(at: string, { timeZone }: PersonActor): string {
  return dateFormat({ language: "sv-SE", timeZone }, "spreadsheet").format(new Date(at)).replace(",", "");
}
