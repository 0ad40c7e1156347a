import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AnswerBox } from "@/app/agent/requests/[reference]/answer-box";
import { AssignForms } from "@/app/agent/requests/[reference]/assign-forms";
import { DraftNotice } from "@/components/form/draft-notice";
import { Answers } from "@/components/requests/answers";
import { DetailsCard } from "@/components/requests/details-card";
import { History } from "@/components/requests/history";
import { MoveForm } from "@/components/requests/move-form";
import { StatusBadge } from "@/components/requests/status-badge";
import { ParticipantsCard } from "@/components/sharing/participants-card";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { fileRules } from "@/lib/attachments/inspect";
import { readUnsent } from "@/lib/attachments/store";
import { readDeskPage } from "@/lib/desk/agent-view";
import { readDrafts } from "@/lib/drafts/drafts";
import { markOpened } from "@/lib/entry/opening";
import { pageClock, readPageAs, readParam, readParams, type SearchParams } from "@/lib/entry/page";
import { historyViewOf, viewQueries } from "@/lib/requests/history-view";
import { agentResolutions, resolutions } from "@/lib/requests/lifecycle";
import { numberOf } from "@/lib/requests/reference";
import { readStamp } from "@/lib/requests/stamp";
import { readSharing } from "@/lib/sharing/people";
import {
  answer,
  assign,
  claim,
  edit,
  leave,
  move,
  order,
  remove,
  sendAgain,
  share,
  withdraw,
} from "./actions";

type Props = { params: Promise<{ reference: string }>; searchParams: SearchParams };

const resolutionChoices = agentResolutions.map(value => ({ value, label: resolutions[value] }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).reference.slice(0, 40).toUpperCase() };
}

export default async function DeskRequestPage({ params, searchParams }: Props) {
  const { reference } = await params;
  const view = historyViewOf(await readParams(searchParams, viewQueries));
  const answerPlace = `answer:${reference.toUpperCase()}`;
  const editPlace = `edit:${reference.toUpperCase()}+${view.edit}`;
  const linked = view.entry === undefined ? "" : `?entry=${view.entry}`;
  const [stamp, request, drafts, unsent, sharing] = await readPageAs(
    `/agent/requests/${encodeURIComponent(reference)}${linked}`,
    async actor => {
      const { stamp } = await readStamp(actor, numberOf(reference) ?? 0);
      return Promise.all([
        stamp,
        readDeskPage(actor, reference, view),
        readDrafts(actor, [answerPlace, editPlace]),
        readUnsent(actor, answerPlace),
        readSharing(actor, reference),
        markOpened(actor),
      ]);
    },
  );
  if (!request || !sharing) notFound();
  const clock = await pageClock();
  const { version, timeline } = request;
  const draft = drafts[answerPlace];
  const { newestFirst } = request.history;
  // The box is emptied by the words that its writer has sent, and by nothing else.
  const lastOwnWords = timeline.findLast(
    ({ mine, kind }) => mine && (kind === "comment" || kind === "note"),
  )?.id;
  const answerBox = (
    <AnswerBox
      key={lastOwnWords}
      action={answer}
      draft={draft}
      keptLine={draft && <DraftNotice draft={draft} clock={clock} />}
      request={request}
      resolutions={resolutionChoices}
      files={{ unsent: unsent.files ?? [], ...fileRules() }}
    />
  );
  return (
    <>
      <PageHeader
        title={request.summary}
        breadcrumbs={[{ href: "/agent", label: "Queue" }]}
        meta={
          <>
            <span className="tabular-nums">{request.reference}</span>
            <StatusBadge status={request.status} label={request.statusLabel} />
            <span>
              {request.typeName} · raised <Time at={request.createdAt} clock={clock} />
              {request.waitingSince && (
                <>
                  {" "}
                  · waiting since <Time at={request.waitingSince} clock={clock} />
                </>
              )}
            </span>
          </>
        }
        actions={request.moves
          .filter(offer => offer.comment === "none")
          .map(offer => (
            <MoveForm
              key={offer.move}
              action={move}
              reference={request.reference}
              version={version}
              offer={offer}
            />
          ))}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-6">
          {newestFirst && answerBox}
          <History
            request={request}
            stamp={stamp}
            path={`/agent/requests/${request.reference}`}
            clock={clock}
            viewer="agent"
            order={order}
            edit={edit}
            editDraft={view.edit === undefined ? undefined : drafts[editPlace]}
          />
          {!newestFirst && answerBox}
        </div>
        <aside aria-label="About this request" className="grid gap-6">
          <Card title="People" id="desk">
            <Answers
              answers={[
                { label: "Customer", value: request.requester.name, kind: "text" },
                { label: "Email", value: request.requester.email, kind: "email" },
                { label: "Assigned to", value: request.assignee?.name ?? "Nobody yet", kind: "text" },
              ]}
            />
            <AssignForms request={request} claim={claim} assign={assign} />
          </Card>
          <ParticipantsCard
            reference={request.reference}
            sharing={sharing}
            news={await readParam(searchParams, "people")}
            clock={clock}
            actions={{ share, sendAgain, withdraw, remove, leave }}
          />
          <DetailsCard title="Answers" path="/agent/requests" request={request} />
        </aside>
      </div>
    </>
  );
}
