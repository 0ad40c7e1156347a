"use client";

import type { ReactNode } from "react";
import type { FilesOffer } from "@/components/form/files-field";
import { HistoryList } from "@/components/requests/history-list";
import { MoveForm } from "@/components/requests/move-form";
import { PeopleCard } from "@/components/sharing/people-card";
import type { ToldPeople } from "@/components/sharing/told-people";
import { Card } from "@/components/ui/card";
import type { FormAction, FormDraft } from "@/lib/form/form-state";
import { CommentForm } from "./comment-form";
import type { ToldPage } from "./tell-page";

export type Kept = { draft: FormDraft; keptLine?: ReactNode };

type Props = {
  told: ToldPage;
  files: FilesOffer;
  /** What was typed before into the form for a comment, and into those of moves. */
  kept: Record<string, Kept>;
  actions: Record<"comment" | "move" | "share", FormAction>;
  /** The choice of order above the history. */
  order: ReactNode;
  editForm: ReactNode;
  /** Quoted above the answer. */
  question: ReactNode;
  /** Instead of the box for one. */
  closed: ReactNode;
  /** Above the moves of a request that is over. */
  ending: ReactNode;
  people: ToldPeople;
  /** Who can see a request of an organisation. */
  audience: ReactNode;
  /** Whether the reader hears of it. */
  notify: ReactNode;
  details: ReactNode;
};

/**
 * What stays on a customer's page of a request, and its forms. It is drawn in the browser, too, so the page carries
 * what they say and no elements. Parts that are small or rare come drawn, so that nobody loads how.
 */
export function RequestView({ told, files, kept, actions, people, editForm, ...drawn }: Props) {
  const { on, version, comment, moves, aside } = told;
  const history = <HistoryList key="history" told={told.history} order={drawn.order} form={editForm} />;
  const answer = comment ? (
    <Card key="answer" title={comment.title} id="answer">
      {drawn.question}
      <CommentForm
        key={told.lastOwnWords}
        action={actions.comment}
        on={on}
        told={comment}
        files={files}
        {...kept.comment}
      />
    </Card>
  ) : (
    <div key="closed">{drawn.closed}</div>
  );
  return (
    <div className="request">
      {/* Keyed, so that the box keeps what is being typed when a refresh moves it. */}
      <div>{comment?.isAwaited || told.history.newestFirst ? [answer, history] : [history, answer]}</div>
      <aside aria-label={aside} className="one-card">
        {moves && (
          <Card title={moves.title} id="moves">
            <div className="grid gap-3">
              {drawn.ending}
              {moves.list.map(offer => (
                <MoveForm
                  key={`${offer.move}-${version}`}
                  action={actions.move}
                  on={on}
                  version={version}
                  told={offer}
                  {...kept[offer.move]}
                />
              ))}
            </div>
          </Card>
        )}
        <PeopleCard on={on} told={people} language={told.history.language} share={actions.share} />
        {drawn.audience}
        {drawn.notify}
        {drawn.details}
      </aside>
    </div>
  );
}
