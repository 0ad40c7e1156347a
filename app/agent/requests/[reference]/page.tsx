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
import { deskSide } from "@/lib/desk/agent-view";
import { pageClock } from "@/lib/entry/page";
import { openRequest, type RequestProps } from "@/lib/entry/request-page";
import { readTranslator } from "@/lib/messages/translate";
import { statusCode } from "@/lib/requests/labels";

const forms = { answer: answerForm, edit: editForm };

export async function generateMetadata({ params }: RequestProps): Promise<Metadata> {
  return { title: (await params).reference.slice(0, 40).toUpperCase() };
}

export default async function DeskRequestPage(props: RequestProps) {
  const opened = await openRequest(props, { side: deskSide, forms });
  const { request, stamp, sharing, files, editDraft, people } = opened;
  const t = (await readTranslator()).ofType(request.typeSlug);
  const clock = await pageClock();
  const on = { reference: request.reference, view: "agent" } as const;
  const { version, timeline } = request;
  const draft = opened.draftOf(answerForm);
  const { newestFirst } = request.history;
  // The box is emptied by the words that its writer has sent, and by nothing else.
  const lastOwnWords = timeline.findLast(
    ({ mine, kind }) => mine && (kind === "comment" || kind === "note"),
  )?.id;
  const about = { type: request.typeName, time: <Time at={request.createdAt} clock={clock} /> };
  const answerBox = (
    <AnswerBox
      t={t}
      key={lastOwnWords}
      action={answer}
      on={on}
      draft={draft}
      keptLine={draft && <DraftNotice t={t} draft={draft} clock={clock} />}
      request={request}
      files={files}
    />
  );
  return (
    <>
      <PageHeader
        t={t}
        title={request.summary}
        breadcrumbs={[{ href: "/agent", label: t("agent.queue") }]}
        meta={
          <>
            <span className="tabular-nums">{request.reference}</span>
            <StatusBadge status={request.status} label={t(statusCode(request.status, "agent"))} />
            <span>
              {request.waitingSince
                ? t.rich("agent.meta.waiting", {
                    ...about,
                    since: <Time at={request.waitingSince} clock={clock} />,
                  })
                : t.rich("agent.meta", about)}
            </span>
          </>
        }
        actions={request.moves
          .filter(({ surface }) => surface === "button")
          .map(offer => (
            <MoveForm key={offer.move} action={move} on={on} version={version} offer={offer} t={t} />
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
            t={t}
            order={order}
            edit={edit}
            editDraft={editDraft}
          />
          {!newestFirst && answerBox}
        </div>
        <aside aria-label={t("agent.about")} className="grid gap-6">
          <Card title={t("agent.people")} id="desk">
            <Answers
              t={t}
              answers={[
                { label: t("agent.people.customer"), value: request.requester.name, kind: "text" },
                { label: t("agent.people.email"), value: request.requester.email, kind: "email" },
                {
                  label: t("agent.people.assignee"),
                  value: request.assignee?.name ?? t("agent.people.nobody"),
                  kind: "text",
                },
              ]}
            />
            <AssignForms t={t} on={on} request={request} claim={claim} assign={assign} />
          </Card>
          <ParticipantsCard
            t={t}
            on={on}
            sharing={sharing}
            news={people}
            clock={clock}
            actions={{ share, sendAgain, withdraw, remove, leave }}
          />
          <DetailsCard request={request} view="agent" t={t} />
        </aside>
      </div>
    </>
  );
}
