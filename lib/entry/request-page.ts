import "server-only";
import { notFound, redirect } from "next/navigation";
import { after } from "next/server";
import type { PersonActor } from "../actor";
import { fileRules } from "../attachments/inspect";
import { readUnsent } from "../attachments/store";
import { readDrafts } from "../drafts/drafts";
import { placeOfForm } from "../drafts/places";
import type { FormDraft } from "../form/form-state";
import type { RequestPage } from "../requests/customer-view";
import { type HistoryView, historyViewOf, viewQueries } from "../requests/history-view";
import { numberOf } from "../requests/reference";
import { readStamp } from "../requests/stamp";
import { type RequestView, requestPath } from "../requests/view";
import { readDeskSettings } from "../settings";
import { readSharing } from "../sharing/people";
import { markOpened, noteOpening } from "./opening";
import { readPageAs, readParam, readParams, type SearchParams } from "./page";

export type RequestProps = { params: Promise<{ reference: string }>; searchParams: SearchParams };

type KeptForm = { id: string; names: string[] };

type Asked<R> = {
  view: RequestView;
  read: (actor: PersonActor, reference: string, history: HistoryView) => Promise<R | null>;
  forms: { answer: KeptForm; edit: KeptForm; others?: KeptForm[] };
};

/** Redirects an agent who does not take part to the desk's view; a request not visible in this view is a 404. */
export async function openRequest<R extends RequestPage>(
  { params, searchParams }: RequestProps,
  { view, read, forms }: Asked<R>,
) {
  const { reference } = await params;
  const opened = await noteOpening(reference);
  const history = historyViewOf(await readParams(searchParams, viewQueries));
  const page = requestPath(reference.toUpperCase(), view);
  const editPlace = placeOfForm(`${page}?edit=${history.edit}`, forms.edit.id);
  const kept = Object.fromEntries([
    ...[forms.answer, ...(forms.others ?? [])].map(
      ({ id, names }) => [placeOfForm(page, id), names] as const,
    ),
    ...(history.edit === undefined ? [] : [[editPlace, forms.edit.names] as const]),
  ]);
  const linked = history.entry === undefined ? "" : `?entry=${history.entry}`;
  const [stamp, request, drafts, unsent, sharing] = await readPageAs(
    `${requestPath(reference, view)}${linked}`,
    async actor => {
      // After the answer: nobody waits for it, and a page that fails has shown nothing.
      after(() => markOpened(actor, opened));
      const { stamp } = await readStamp(actor, numberOf(reference) ?? 0);
      return Promise.all([
        stamp,
        read(actor, reference, history),
        readDrafts(actor, kept),
        readUnsent(actor, placeOfForm(page, forms.answer.id)),
        readSharing(actor, reference),
      ]);
    },
  );
  if (!request || !sharing) notFound();
  if (view === "customer" && request.view === "agent") redirect(requestPath(request.reference, "agent"));
  return {
    request,
    sharing,
    stamp,
    files: { unsent: unsent.files ?? [], ...fileRules(await readDeskSettings()) },
    draftOf: ({ id }: KeptForm): FormDraft | undefined => drafts[placeOfForm(page, id)],
    editDraft: drafts[editPlace],
    people: await readParam(searchParams, "people"),
  };
}
