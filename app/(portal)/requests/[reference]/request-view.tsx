"use client";

import type { ReactNode } from "react";
import type { FilesOffer } from "@/components/form/files-field";
import { DetailsCard } from "@/components/requests/details-card";
import { HistoryList } from "@/components/requests/history-list";
import { MoveForm } from "@/components/requests/move-form";
import { OrderForm } from "@/components/requests/order-form";
import { RequestHead } from "@/components/requests/request-head";
import { Sentence } from "@/components/requests/sentence";
import { PeopleCard } from "@/components/sharing/people-card";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { FormDraft } from "@/lib/form/form-state";
import { leave, move, order, remove, sendAgain, share, withdraw } from "./actions";
import { CommentForm } from "./comment-form";
import { NotifySwitch } from "./notify-switch";
import type { ToldPage } from "./tell-page";

export type Kept = { draft: FormDraft; keptLine?: ReactNode };

type Props = {
  told: ToldPage;
  files: FilesOffer;
  /** What was typed before into the form for a comment, and into those of moves. */
  kept: Record<string, Kept>;
  question: ReactNode;
  editForm: ReactNode;
};

/** A customer's page of a request. It is drawn in the browser, too, so a page carries what it says and no elements. */
export function RequestView({ told, files, kept, question, editForm }: Props) {
  const { on, head, awaited, comment, closed, next, aside, people, notify, details } = told;
  const { language, newestFirst } = told.history;
  const way = next && <ButtonLink href={next.href}>{next.label}</ButtonLink>;
  const answerBox = comment ? (
    <Card key="answer" title={comment.title} id="answer">
      {question}
      <CommentForm key={told.lastOwnWords} on={on} told={comment} files={files} {...kept.comment} />
    </Card>
  ) : (
    <Banner key="closed" title={closed?.title} action={way}>
      {closed?.text}
    </Banner>
  );
  const history = (
    <HistoryList
      key="history"
      told={told.history}
      order={<OrderForm action={order} on={on} told={told.history} />}
      form={editForm}
    />
  );
  return (
    <>
      <RequestHead told={head} language={language} />
      {awaited && (
        <Banner tone="warn" title={awaited.title} className="mb-6">
          {awaited.text}
        </Banner>
      )}
      <div className="request">
        {/* Keyed, so that the box keeps what is being typed when a refresh moves it. */}
        <div>{awaited || newestFirst ? [answerBox, history] : [history, answerBox]}</div>
        <aside aria-label={aside}>
          <Moves told={told} kept={kept} />
          <PeopleCard
            on={on}
            told={people}
            language={language}
            actions={{ share, sendAgain, withdraw, remove, leave }}
          />
          <Card title={notify.title} id="notifications">
            <NotifySwitch on={on} told={notify} />
          </Card>
          <DetailsCard told={details} />
        </aside>
      </div>
    </>
  );
}

function Moves({ told: { on, version, history, comment, moves, next }, kept }: Pick<Props, "told" | "kept">) {
  if (!moves) return null;
  const { title, list, ending } = moves;
  return (
    <Card title={title} id="moves">
      <div className="grid gap-3">
        {ending && (
          <p className="text-ink-soft text-sm">
            <Sentence pieces={ending} language={history.language} />
          </p>
        )}
        {comment && next && <ButtonLink href={next.href}>{next.label}</ButtonLink>}
        {list.map(offer => (
          <MoveForm
            key={`${offer.move}-${version}`}
            action={move}
            on={on}
            version={version}
            told={offer}
            {...kept[offer.move]}
          />
        ))}
      </div>
    </Card>
  );
}
