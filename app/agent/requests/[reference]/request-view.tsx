"use client";

import { type ReactNode, useEffect } from "react";
import { move, order, share } from "@/app/(portal)/requests/[reference]/actions";
import type { FilesOffer } from "@/components/form/files-field";
import { offer } from "@/components/keyboard/offers";
import { AnswerList } from "@/components/requests/answer-list";
import { DetailsCard } from "@/components/requests/details-card";
import { HistoryList } from "@/components/requests/history-list";
import { MoveForm } from "@/components/requests/move-form";
import { OrderForm } from "@/components/requests/order-form";
import { RequestHead } from "@/components/requests/request-head";
import { ResolutionField } from "@/components/requests/resolution-field";
import { PeopleCard } from "@/components/sharing/people-card";
import type { ToldPeople } from "@/components/sharing/told-people";
import { Card } from "@/components/ui/card";
import type { FormDraft } from "@/lib/form/form-state";
import { AnswerBox } from "./answer-box";
import { AssignForms } from "./assign-forms";
import { offersOf } from "./offers";
import { OthersCard } from "./others-card";
import { PresentPeople } from "./presence";
import type { ToldPage } from "./tell-page";

type Props = {
  told: ToldPage;
  files: FilesOffer;
  draft?: FormDraft;
  keptLine?: ReactNode;
  editForm: ReactNode;
  people: ToldPeople;
};

/** An agent's page of a request, drawn in the browser, too, like that of customers. */
export function RequestView({ told, editForm, people, ...box }: Props) {
  const { on, version, head, moves, aside, desk, details } = told;
  const { language, newestFirst } = told.history;
  useEffect(() => offer(offersOf(told)), [told]);
  const answerBox = (
    <AnswerBox key={told.lastOwnWords} on={on} version={version} told={told.answer} {...box} />
  );
  return (
    <>
      <PresentPeople />
      <RequestHead
        told={head}
        language={language}
        actions={moves.map(offer => (
          <MoveForm
            key={offer.move}
            action={move}
            on={on}
            version={version}
            told={offer}
            resolution={offer.resolutions && <ResolutionField {...offer.resolutions} />}
          />
        ))}
      />
      <div className="request dense">
        <div>
          {newestFirst && answerBox}
          <HistoryList
            told={told.history}
            order={<OrderForm action={order} on={on} told={told.history} />}
            form={editForm}
          />
          {!newestFirst && answerBox}
        </div>
        <aside aria-label={aside}>
          <Card title={desk.title} id="desk">
            <AnswerList answers={desk.answers} className="answers" />
            <AssignForms on={on} told={desk.assigning} />
          </Card>
          <PeopleCard on={on} told={people} language={language} share={share} />
          {told.others && <OthersCard told={told.others} />}
          <DetailsCard told={details} />
        </aside>
      </div>
    </>
  );
}
