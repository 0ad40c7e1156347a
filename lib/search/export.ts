import "server-only";
import { Readable } from "node:stream";
import { stringify } from "csv-stringify";
import type { PersonActor } from "../actor";
import { dateFormat } from "../formats";
import type { Translator } from "../messages/translate";
import { priorityCode, resolutionCode, statusCode } from "../requests/labels";
import type { Column } from "./columns";
import { type Listed, type RequestRow, walkRequests } from "./list";
import { listQueueChoices, type QueueRow, walkQueue } from "./queue";
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
  return streamCsv(columnsOf(t, view, actor), batches, row => cellsOf(view, cells, row, actor, t));
}

/** The queue for a spreadsheet, as `exportRequests` writes it. @throws Refusal not_found for anybody who is not an agent */
export async function exportQueue(
  t: Translator,
  actor: PersonActor,
  view: View,
  batchSize?: number,
): Promise<ReadableStream> {
  const { tags } = await listQueueChoices(actor);
  const names = new Map(tags.map(({ slug, name }) => [slug, name]));
  const ofDesk: Cells<QueueRow> = {
    ...cells,
    status: (row, _, t) => t(statusCode(row.status, "agent")),
    priority: (row, _, t) => (row.priority ? t(priorityCode(row.priority)) : ""),
    tags: row => row.tags.map(slug => names.get(slug) ?? slug).join(", "),
    assignee: row => row.assigneeName ?? "",
    team: row => row.teamName ?? "",
    snoozed: (row, actor) => (row.snoozedUntil ? timeOf(row.snoozedUntil, actor) : ""),
    waiting: (row, actor) => (row.waitingSince ? timeOf(row.waitingSince, actor) : ""),
  };
  const batches = walkQueue(actor, view, batchSize);
  return streamCsv(columnsOf(t, view, actor), batches, row => cellsOf(view, ofDesk, row, actor, t));
}

const columnsOf = (t: Translator, view: View, actor: PersonActor) =>
  view.columns.map(name => ({ key: name, header: headingOf(t, name, actor) }));

async function streamCsv<R>(
  columns: { key: string; header: string }[],
  batches: AsyncGenerator<R[]>,
  say: (row: R) => Record<string, string | undefined>,
): Promise<ReadableStream> {
  const first = await batches.next();
  const csv = stringify({
    bom: true,
    quoted: true,
    quoted_empty: true,
    escape_formulas: true,
    record_delimiter: "windows",
    header: true,
    columns,
  });
  const rows = Readable.from(rowsOf(first.done ? [] : withFirst(first.value, batches), say));
  rows.on("error", error => csv.destroy(error));
  csv.on("close", () => rows.destroy());
  return Readable.toWeb(rows.pipe(csv)) as ReadableStream;
}

async function* withFirst<T>(first: T, others: AsyncGenerator<T>): AsyncGenerator<T> {
  yield first;
  yield* others;
}

async function* rowsOf<R, S>(batches: AsyncIterable<R[]> | Iterable<R[]>, say: (row: R) => S) {
  for await (const batch of batches) for (const row of batch) yield say(row);
}

type Cells<R> = Partial<Record<Column, (row: R, actor: PersonActor, t: Translator) => string>>;

function cellsOf<R extends { typeSlug: string }>(
  { columns }: View,
  cells: Cells<R>,
  row: R,
  actor: PersonActor,
  t: Translator,
) {
  return Object.fromEntries(columns.map(name => [name, cells[name]?.(row, actor, t.ofType(row.typeSlug))]));
}

const times: readonly Column[] = ["waiting", "snoozed", "raised", "activity"];

function headingOf(t: Translator, name: Column, { timeZone }: PersonActor): string {
  const column = t(`search.column.${name}`);
  return times.includes(name) ? t("search.column.in_zone", { column, timeZone }) : column;
}

type Shared = Pick<RequestRow, keyof RequestRow & keyof QueueRow>;

const cells: Cells<Shared> = {
  reference: row => row.reference,
  summary: row => row.summary,
  type: (row, _, t) => t.named("type", row.typeName),
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
