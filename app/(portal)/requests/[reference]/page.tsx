import type { Metadata } from "next";
import { CommentForm, commentForm } from "@/app/(portal)/requests/[reference]/comment-form";
import { Ending } from "@/app/(portal)/requests/[reference]/ending";
import { NotifySwitch } from "@/app/(portal)/requests/[reference]/notify-switch";
import { Question } from "@/app/(portal)/requests/[reference]/question";
import { DraftNotice } from "@/components/form/draft-notice";
import { DetailsCard } from "@/components/requests/details-card";
import { editForm } from "@/components/requests/edit-form";
import { History } from "@/components/requests/history";
import { MoveForm, moveForm } from "@/components/requests/move-form";
import { StatusBadge } from "@/components/requests/status-badge";
import { ParticipantsCard } from "@/components/sharing/participants-card";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { pageClock } from "@/lib/entry/page";
import { openRequest, type RequestProps } from "@/lib/entry/request-page";
import { readTranslator } from "@/lib/messages/translate";
import { customerSide } from "@/lib/requests/customer-view";
import { statusCode } from "@/lib/requests/labels";
import { movesOn } from "@/lib/requests/lifecycle";
import { comment, edit, leave, move, mute, order, remove, sendAgain, share, withdraw } from "./actions";

const forms = { answer: commentForm, edit: editForm, others: movesOn("button", "customer").map(moveForm) };

export async function generateMetadata({ params }: RequestProps): Promise<Metadata> {
  return { title: (await params).reference.slice(0, 40).toUpperCase() };
}

export default async function RequestPage(props: RequestProps) {
  const opened = await openRequest(props, { side: customerSide, forms });
  const { request, stamp, sharing, files, editDraft, people } = opened;
  const t = (await readTranslator()).ofType(request.typeSlug);
  const clock = await pageClock();
  const on = { reference: request.reference, view: "customer" } as const;
  const draftOf = (form: typeof commentForm) => {
    const draft = opened.draftOf(form);
    return draft && { draft, keptLine: <DraftNotice t={t} draft={draft} clock={clock} /> };
  };
  const isAwaited = request.status === "waiting_for_customer";
  const offers = request.moves.filter(({ surface }) => surface === "button");
  // The box is emptied by what its writer has sent, and by nothing else.
  const lastOwnWords = request.timeline.findLast(({ mine, kind }) => mine && kind === "comment")?.id;
  const mayReopen = offers.some(offer => offer.move === "reopen");
  const next = request.canFollow ? (
    <ButtonLink href={`/catalog/${request.typeSlug}?follows=${request.reference}`}>
      {t("requests.raise_follow_up")}
    </ButtonLink>
  ) : (
    <ButtonLink href="/">{t("requests.raise_another")}</ButtonLink>
  );
  const answerBox = request.canComment ? (
    <Card
      key="answer"
      title={t(isAwaited ? "requests.comment.answer_title" : "requests.comment.title")}
      id="answer"
    >
      {request.question.length > 0 && <Question words={request.question} clock={clock} t={t} />}
      <CommentForm
        key={lastOwnWords}
        {...draftOf(commentForm)}
        action={comment}
        on={on}
        latest={request.latest}
        isAwaited={isAwaited}
        isResolved={request.status === "resolved"}
        mayReopen={mayReopen}
        files={files}
        t={t}
      />
    </Card>
  ) : (
    <Banner key="closed" title={t("requests.closed")} action={next}>
      {request.canFollow
        ? t("requests.closed.may_follow")
        : t("requests.closed.over", { reference: request.reference })}
    </Banner>
  );
  const history = (
    <History
      key="history"
      request={request}
      stamp={stamp}
      view="customer"
      clock={clock}
      t={t}
      order={order}
      edit={edit}
      editDraft={editDraft}
    />
  );
  // Keyed, so that the box keeps what is being typed when a refresh moves it.
  const parts = isAwaited || request.history.newestFirst ? [answerBox, history] : [history, answerBox];
  return (
    <>
      <PageHeader
        t={t}
        title={request.summary}
        breadcrumbs={[{ href: "/requests", label: t("requests.breadcrumb") }]}
        meta={
          <>
            <span className="tabular-nums">{request.reference}</span>
            <StatusBadge status={request.status} label={t(statusCode(request.status, "customer"))} />
            <span>
              {t.rich("requests.raised_at", {
                type: request.typeName,
                time: <Time at={request.createdAt} clock={clock} />,
              })}
            </span>
          </>
        }
      />
      {isAwaited && (
        <Banner tone="warn" title={t("requests.awaited")} className="mb-6">
          {t("requests.awaited.next")}
        </Banner>
      )}
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-8">{parts}</div>
        <aside aria-label={t("requests.aside")} className="grid gap-6">
          {(offers.length > 0 || request.reopenUntil) && (
            <Card title={t("requests.moves")} id="moves">
              <div className="grid gap-3">
                {request.reopenUntil && (
                  <Ending
                    request={request}
                    until={request.reopenUntil}
                    mayReopen={mayReopen}
                    clock={clock}
                    t={t}
                  />
                )}
                {request.isOver && request.canComment && next}
                {offers.map(offer => (
                  <MoveForm
                    key={`${offer.move}-${request.version}`}
                    action={move}
                    on={on}
                    version={request.version}
                    offer={offer}
                    t={t}
                    {...draftOf(moveForm(offer.move))}
                  />
                ))}
              </div>
            </Card>
          )}
          <ParticipantsCard
            t={t}
            on={on}
            sharing={sharing}
            news={people}
            clock={clock}
            actions={{ share, sendAgain, withdraw, remove, leave }}
          />
          <Card title={t("requests.notifications")} id="notifications">
            <NotifySwitch action={mute} on={on} isMuted={request.isMuted} t={t} />
          </Card>
          <DetailsCard request={request} view="customer" t={t} />
        </aside>
      </div>
    </>
  );
}
