import type { Metadata } from "next";
import { CommentForm, commentForm } from "@/app/(portal)/requests/[reference]/comment-form";
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
import { Day, Time } from "@/components/ui/time";
import type { Clock } from "@/lib/clock";
import { pageClock } from "@/lib/entry/page";
import { openRequest, type RequestProps } from "@/lib/entry/request-page";
import { type RequestPage as RequestData, readRequestPage } from "@/lib/requests/customer-view";
import { movesOn, resolutionChoices } from "@/lib/requests/lifecycle";
import { comment, edit, leave, move, mute, order, remove, sendAgain, share, withdraw } from "./actions";

const forms = { answer: commentForm, edit: editForm, others: movesOn("button", "customer").map(moveForm) };

export async function generateMetadata({ params }: RequestProps): Promise<Metadata> {
  return { title: (await params).reference.slice(0, 40).toUpperCase() };
}

export default async function RequestPage(props: RequestProps) {
  const opened = await openRequest(props, { view: "customer", read: readRequestPage, forms });
  const { request, stamp, sharing, files, editDraft, people } = opened;
  const clock = await pageClock();
  const on = { reference: request.reference, view: "customer" } as const;
  const draftOf = (form: typeof commentForm) => {
    const draft = opened.draftOf(form);
    return draft && { draft, keptLine: <DraftNotice draft={draft} clock={clock} /> };
  };
  const isAwaited = request.status === "waiting_for_customer";
  const offers = request.moves.filter(({ surface }) => surface === "button");
  // The box is emptied by what its writer has sent, and by nothing else.
  const lastOwnWords = request.timeline.findLast(({ mine, kind }) => mine && kind === "comment")?.id;
  const mayReopen = offers.some(offer => offer.move === "reopen");
  const next = request.canFollow ? (
    <ButtonLink href={`/catalog/${request.typeSlug}?follows=${request.reference}`}>
      Raise a follow-up
    </ButtonLink>
  ) : (
    <ButtonLink href="/">Raise a new request</ButtonLink>
  );
  const answerBox = request.canComment ? (
    <Card key="answer" title={isAwaited ? "Respond to support" : "Add a comment"} id="answer">
      {request.question.length > 0 && <Question words={request.question} clock={clock} />}
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
      />
    </Card>
  ) : (
    <Banner key="closed" title="This request is closed" action={next}>
      {request.canFollow
        ? "It can no longer be re-opened. If it comes back, raise a follow-up: a new request that goes on from this one."
        : `It can no longer be re-opened. If it comes back, mention ${request.reference} in a new request.`}
    </Banner>
  );
  const history = (
    <History
      key="history"
      request={request}
      stamp={stamp}
      view="customer"
      clock={clock}
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
        title={request.summary}
        breadcrumbs={[{ href: "/requests", label: "Your requests" }]}
        meta={
          <>
            <span className="tabular-nums">{request.reference}</span>
            <StatusBadge status={request.status} label={request.statusLabel} />
            <span>
              {request.typeName} · raised <Time at={request.createdAt} clock={clock} />
            </span>
          </>
        }
      />
      {isAwaited && (
        <Banner tone="warn" title="Support is waiting for your answer" className="mb-6">
          They go on as soon as you have responded.
        </Banner>
      )}
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-8">{parts}</div>
        <aside aria-label="About this request" className="grid gap-6">
          {(offers.length > 0 || request.reopenUntil) && (
            <Card title="What you can do" id="moves">
              <div className="grid gap-3">
                {request.reopenUntil && <Ending request={request} mayReopen={mayReopen} clock={clock} />}
                {request.isOver && request.canComment && next}
                {offers.map(offer => (
                  <MoveForm
                    key={`${offer.move}-${request.version}`}
                    action={move}
                    on={on}
                    version={request.version}
                    offer={offer}
                    resolutions={resolutionChoices}
                    {...draftOf(moveForm(offer.move))}
                  />
                ))}
              </div>
            </Card>
          )}
          <ParticipantsCard
            on={on}
            sharing={sharing}
            news={people}
            clock={clock}
            actions={{ share, sendAgain, withdraw, remove, leave }}
          />
          <Card title="Notifications" id="notifications">
            <NotifySwitch action={mute} on={on} isMuted={request.isMuted} />
          </Card>
          <DetailsCard request={request} view="customer" />
        </aside>
      </div>
    </>
  );
}

type EndingProps = {
  request: Pick<RequestData, "reopenUntil" | "isOver" | "canFollow">;
  mayReopen: boolean;
  clock: Clock;
};

/** What can still become of a resolved request, and until when. */
function Ending({ request: { reopenUntil, isOver, canFollow }, mayReopen, clock }: EndingProps) {
  return (
    <p className="text-ink-soft text-sm">
      {mayReopen
        ? "Not solved after all? You can re-open this request until "
        : isOver
          ? "The time to re-open this request ended on "
          : "The person who raised this request can re-open it until "}
      {reopenUntil && <Day at={reopenUntil} clock={clock} />}.
      {canFollow && " If it comes back, a follow-up goes on from here."}
    </p>
  );
}
