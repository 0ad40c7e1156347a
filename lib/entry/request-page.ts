import "server-only";
import { notFound, redirect } from "next/navigation";
import { after } from "next/server";
import type { PersonActor } from "../actor";
import { fileRules } from "../attachments/inspect";
import { hasNewsSql, markRead } from "../bell/notices";
import { Prisma } from "../db";
import { placeOfForm } from "../drafts/places";
import { type Forms, type UnsentRow, unsentOf, unsentSql } from "../drafts/unsent";
import type { FormDraft } from "../form/form-state";
import type { RequestPage, Side } from "../requests/customer-view";
import { type HistoryView, historyViewOf, viewQueries } from "../requests/history-view";
import { viewOf } from "../requests/policy";
import { referenceOf } from "../requests/reference";
import { stampSql } from "../requests/stamp";
import { requestPath } from "../requests/view";
import { readTombstone } from "../retention/tombstone";
import { readDeskSettings } from "../settings";
import { sharingOf } from "../sharing/people";
import { isShown, noteOpening } from "./opening";
import { readPageAs, readParam, readParams, type SearchParams } from "./page";

export type RequestProps = { params: Promise<{ reference: string }>; searchParams: SearchParams };

type KeptForm = { id: string; names: string[] };

type Asked<R extends RequestPage, More> = {
  side: Side<R, More>;
  forms: { answer: KeptForm; edit: KeptForm; others?: KeptForm[] };
};

/** Redirects an agent who does not take part to the desk's view; a request not visible in this view is a 404. */
export async function openRequest<R extends RequestPage, More>(
  { params, searchParams }: RequestProps,
  { side, forms }: Asked<R, More>,
) {
  const { reference } = await params;
  noteOpening(reference);
  const history = historyViewOf(await readParams(searchParams, viewQueries));
  const page = requestPath(reference.toUpperCase(), side.view);
  const editPlace = placeOfForm(`${page}?edit=${history.edit}`, forms.edit.id);
  const kept = Object.fromEntries([
    ...[forms.answer, ...(forms.others ?? [])].map(
      ({ id, names }) => [placeOfForm(page, id), names] as const,
    ),
    ...(history.edit === undefined ? [] : [[editPlace, forms.edit.names] as const]),
  ]);
  const linked = history.entry === undefined ? "" : `?entry=${history.entry}`;
  const filesOf = placeOfForm(page, forms.answer.id);
  const opened = await readPageAs(`${requestPath(reference, side.view)}${linked}`, async actor => {
    const found = await readOpened(actor, reference, { side, history, kept, filesOf });
    // After the answer: nobody waits for it, and a page that fails has shown nothing.
    if (found?.hasNews && (await isShown())) after(() => markRead(actor, found.number));
    return found;
  });
  if (!opened) {
    const isDeleted = await readPageAs(page, actor => readTombstone(actor, reference));
    if (isDeleted) redirect(`/deleted/${encodeURIComponent(reference)}`);
    notFound();
  }
  const { request, sharing, stamp, unsent } = opened;
  return {
    request,
    sharing,
    stamp,
    files: { unsent: unsent.files.files ?? [], ...fileRules(await readDeskSettings()) },
    draftOf: ({ id }: KeptForm): FormDraft | undefined => unsent.drafts[placeOfForm(page, id)],
    editDraft: unsent.drafts[editPlace],
    people: await readParam(searchParams, "people"),
  };
}

type Reading<R extends RequestPage, More> = {
  side: Side<R, More>;
  history: HistoryView;
  kept: Forms;
  filesOf: string;
};
type Beside = UnsentRow & { stamp: string; hasNews: boolean };

/** All of the page, by one statement for its history and one for everything else. */
export async function readOpened<R extends RequestPage, More>(
  actor: PersonActor,
  reference: string,
  { side, history, kept, filesOf }: Reading<R, More>,
) {
  const request = await side.find<Beside>(
    actor,
    reference,
    Prisma.sql`, ${stampSql(actor, await readDeskSettings())} as stamp, ${hasNewsSql(actor)} as "hasNews", ${unsentSql(actor, kept, filesOf)}`,
  );
  if (!request) return null;
  const { number, stamp, hasNews, asking } = request;
  if (side.view === "customer" && viewOf(actor, request) === "agent")
    redirect(requestPath(referenceOf(number, asking.settings), "agent"));
  return {
    request: await side.read(request, history),
    sharing: sharingOf(request),
    unsent: unsentOf(actor, kept, request),
    ...{ stamp, hasNews, number },
  };
}
