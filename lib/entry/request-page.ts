import "server-only";
import { notFound, redirect } from "next/navigation";
import type { PersonActor } from "../actor";
import { readUnsent } from "../attachments/store";
import { readDrafts } from "../drafts/drafts";
import { placeOf } from "../drafts/places";
import type { FormDraft } from "../form/form-state";
import type { RequestPage } from "../requests/customer-view";
import { type HistoryView, historyViewOf, viewQueries } from "../requests/history-view";
import { numberOf } from "../requests/reference";
import { readStamp } from "../requests/stamp";
import { type RequestView, requestPath } from "../requests/view";
import { readSharing } from "../sharing/people";
import { markOpened, noteOpening } from "./opening";
import { readPageAs, readParam, readParams, type SearchParams } from "./page";

export type RequestProps = { params: Promise<{ reference: string }>; searchParams: SearchParams };

/** A form of the page by its id, with the names of the fields that its draft keeps. */
type KeptForm = { id: string; names: string[] };

type Asked<R> = {
  view: RequestView;
  read: (actor: PersonActor, reference: string, history: HistoryView) => Promise<R | null>;
  /** The form that answers, which takes files as well; the form that edits an entry; all others that keep drafts. */
  forms: { answer: KeptForm; edit: KeptForm; others?: KeptForm[] };
};

/**
 * What the page of one request is made of, in either view. Decides which view it is: an agent who does not take part
 * is led from the customers' to the desk's; a request that the reader may not see in this view is a 404.
 */
export async function openRequest<R extends RequestPage>(
  { params, searchParams }: RequestProps,
  { view, read, forms }: Asked<R>,
) {
  const { reference } = await params;
  await noteOpening(reference);
  const history = historyViewOf(await readParams(searchParams, viewQueries));
  const page = requestPath(reference.toUpperCase(), view);
  const editPlace = placeOf(`${page}?edit=${history.edit}`, forms.edit.id);
  const kept = Object.fromEntries([
    ...[forms.answer, ...(forms.others ?? [])].map(({ id, names }) => [placeOf(page, id), names] as const),
    ...(history.edit === undefined ? [] : [[editPlace, forms.edit.names] as const]),
  ]);
  const linked = history.entry === undefined ? "" : `?entry=${history.entry}`;
  const [stamp, request, drafts, unsent, sharing] = await readPageAs(
    `${requestPath(reference, view)}${linked}`,
    async actor => {
      const { stamp } = await readStamp(actor, numberOf(reference) ?? 0);
      return Promise.all([
        stamp,
        read(actor, reference, history),
        readDrafts(actor, kept),
        readUnsent(actor, placeOf(page, forms.answer.id)),
        readSharing(actor, reference),
        markOpened(actor),
      ]);
    },
  );
  if (!request || !sharing) notFound();
  if (view === "customer" && request.view === "agent") redirect(requestPath(request.reference, "agent"));
  return {
    request,
    sharing,
    stamp,
    unsent: unsent.files ?? [],
    draftOf: ({ id }: KeptForm): FormDraft | undefined => drafts[placeOf(page, id)],
    editDraft: drafts[editPlace],
    /** What has just been done about the people on it. */
    people: await readParam(searchParams, "people"),
  };
}
