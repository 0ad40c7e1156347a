import type { Metadata } from "next";
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
} from "@/app/(portal)/requests/[reference]/actions";
import { AnswerBox, answerForm } from "@/app/agent/requests/[reference]/answer-box";
import { AssignForms } from "@/app/agent/requests/[reference]/assign-forms";
import { DraftNotice } from "@/components/form/draft-notice";
import { Answers } from "@/components/requests/answers";
import { DetailsCard } from "@/components/requests/details-card";
import { editForm } from "@/components/requests/edit-form";
import { History } from "@/components/requests/history";
import { MoveForm } from "@/components/requests/move-form";
import { StatusBadge } from "@/components/requests/status-badge";
import { ParticipantsCard } from "@/components/sharing/participants-card";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { readDeskPage } from "@/lib/desk/agent-view";
import { pageClock } from "@/lib/entry/page";
import { openRequest, type RequestProps } from "@/lib/entry/request-page";
import { resolutionChoices } from "@/lib/requests/lifecycle";

const forms = { answer: answerForm, edit: editForm };

export async function generateMetadata({ params }: RequestProps): Promise<Metadata> {
  return { title: (await params).reference.slice(0, 40).toUpperCase() };
}

export default async function DeskRequestPage(props: RequestProps) {
  const opened = await openRequest(props, { view: "agent", read: readDeskPage, forms });
  const { request, stamp, sharing, files, editDraft, people } = opened;
  const clock = await pageClock();
  const on = { reference: request.reference, view: "agent" } as const;
  const { version, timeline } = request;
  const draft = opened.draftOf(answerForm);
  const { newestFirst } = request.history;
  // The box is emptied by the words that its writer has sent, and by nothing else.
  const lastOwnWords = timeline.findLast(
    ({ mine, kind }) => mine && (kind === "comment" || kind === "note"),
  )?.id;
  const answerBox = (
    <AnswerBox
      key={lastOwnWords}
      action={answer}
      on={on}
      draft={draft}
      keptLine={draft && <DraftNotice draft={draft} clock={clock} />}
      request={request}
      resolutions={resolutionChoices}
      files={files}
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
          .filter(({ surface }) => surface === "button")
          .map(offer => (
            <MoveForm
              key={offer.move}
              action={move}
              on={on}
              version={version}
              offer={offer}
              resolutions={resolutionChoices}
            />
          ))}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-6">
          {newestFirst && answerBox}
          <History
            request={request}
            stamp={stamp}
            view="agent"
            clock={clock}
            order={order}
            edit={edit}
            editDraft={editDraft}
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
            <AssignForms on={on} request={request} claim={claim} assign={assign} />
          </Card>
          <ParticipantsCard
            on={on}
            sharing={sharing}
            news={people}
            clock={clock}
            actions={{ share, sendAgain, withdraw, remove, leave }}
          />
          <DetailsCard request={request} view="agent" />
        </aside>
      </div>
    </>
  );
}
