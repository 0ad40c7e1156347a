import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { KeptLine } from "@/components/form/kept-line";
import { CommentForm } from "@/components/request/comment-form";
import { DetailsCard } from "@/components/request/details-card";
import { History } from "@/components/request/history";
import { MoveForm } from "@/components/request/move-form";
import { NotifySwitch } from "@/components/request/notify-switch";
import { StatusBadge } from "@/components/request/status-badge";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Day, Time } from "@/components/ui/time";
import { readDraft } from "@/lib/drafts/drafts";
import { markOpened } from "@/lib/entry/opening";
import { pageClock, queriesOf, readPageAs, type SearchParams } from "@/lib/entry/page";
import { historyViewOf, viewQueries } from "@/lib/requests/history-view";
import { readRequestPage } from "@/lib/requests/page";
import { comment, edit, move, mute, order } from "./actions";

type Props = { params: Promise<{ reference: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).reference.slice(0, 40).toUpperCase() };
}

export default async function RequestPage({ params, searchParams }: Props) {
  const { reference } = await params;
  const view = historyViewOf(await queriesOf(searchParams, viewQueries));
  const linked = view.entry === undefined ? "" : `?entry=${view.entry}`;
  const [request, draft] = await readPageAs(`/requests/${encodeURIComponent(reference)}${linked}`, actor =>
    Promise.all([
      readRequestPage(actor, reference, view),
      readDraft(actor, `comment:${reference.toUpperCase()}`),
      markOpened(actor),
    ]),
  );
  if (!request) notFound();
  if (request.isForAgents) redirect(`/agent/requests/${request.reference}`);
  const clock = await pageClock();
  const isAwaited = request.status === "waiting_for_customer";
  // Responding is what the answer box does.
  const offers = request.moves.filter(offer => offer.move !== "respond");
  const { newestFirst } = request.history;
  // The box is emptied by what its writer has sent, and by nothing else.
  const lastOwnWords = request.timeline.findLast(({ mine, kind }) => mine && kind === "comment")?.id;
  const answerBox = request.canComment ? (
    <Card title={isAwaited ? "Respond to support" : "Add a comment"} id="answer">
      <CommentForm
        key={lastOwnWords}
        draft={draft}
        keptLine={<KeptLine draft={draft} clock={clock} />}
        action={comment}
        reference={request.reference}
        latest={request.latest}
        isAwaited={isAwaited}
        isResolved={request.status === "resolved"}
        mayReopen={offers.some(offer => offer.move === "reopen")}
      />
    </Card>
  ) : (
    <Banner
      title="This request is closed"
      action={
        request.canFollow && (
          <ButtonLink href={`/catalog/${request.typeSlug}?follows=${request.reference}`}>
            Raise a follow-up
          </ButtonLink>
        )
      }
    >
      It can no longer be re-opened. If it comes back, a follow-up goes on from here.
    </Banner>
  );
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
        <Banner
          tone="warn"
          title="Support is waiting for your answer"
          className="mb-8"
          action={
            <ButtonLink href="#comment-body" size="small">
              Respond to support
            </ButtonLink>
          }
        >
          Read their latest message and answer it, so that they can go on.
        </Banner>
      )}
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-8">
          {newestFirst && answerBox}
          <History
            request={request}
            path={`/requests/${request.reference}`}
            clock={clock}
            viewer="customer"
            order={order}
            edit={edit}
          />
          {!newestFirst && answerBox}
        </div>
        <aside aria-label="About this request" className="grid gap-6">
          {(offers.length > 0 || request.reopenUntil) && (
            <Card title="What you can do" id="moves">
              <div className="grid gap-3">
                {request.reopenUntil && (
                  <p className="text-ink-soft text-sm">
                    Not solved after all? You can re-open this request until{" "}
                    <Day at={request.reopenUntil} clock={clock} />.
                  </p>
                )}
                {request.canFollow && request.canComment && (
                  <ButtonLink href={`/catalog/${request.typeSlug}?follows=${request.reference}`}>
                    Raise a follow-up
                  </ButtonLink>
                )}
                {offers.map(offer => (
                  <MoveForm
                    key={`${offer.move}-${request.version}`}
                    action={move}
                    reference={request.reference}
                    version={request.version}
                    offer={offer}
                    variant={offer.move === "kill" ? "danger" : "secondary"}
                  />
                ))}
              </div>
            </Card>
          )}
          <Card title="Notifications" id="notifications">
            <NotifySwitch action={mute} reference={request.reference} isMuted={request.isMuted} />
          </Card>
          <DetailsCard
            title="Details"
            path="/requests"
            request={request}
            correctHref={request.canCorrect ? `/requests/${request.reference}/correct` : undefined}
          />
        </aside>
      </div>
    </>
  );
}
