"use client";

import { type ReactNode, useEffect, useMemo } from "react";
import { move, order, share } from "@/app/(portal)/requests/[reference]/actions";
import type { FilesOffer } from "@/components/form/files-field";
import { offer } from "@/components/keyboard/offers";
import { useArrival } from "@/components/keyboard/use-arrival";
import { useWayBack } from "@/components/keyboard/use-way-back";
import { useSpelled } from "@/components/messages/agent-texts";
import { DetailsCard } from "@/components/requests/details-card";
import { HistoryList } from "@/components/requests/history-list";
import { MoveForm } from "@/components/requests/move-form";
import { OrderForm } from "@/components/requests/order-form";
import { ResolutionField } from "@/components/requests/resolution-field";
import { Sentence } from "@/components/requests/sentence";
import { PeopleCard } from "@/components/sharing/people-card";
import type { ToldPeople } from "@/components/sharing/told-people";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import type { FormDraft } from "@/lib/form/form-state";
import type { Numbered } from "@/lib/messages/numbered";
import { requestPath } from "@/lib/requests/view";
import { AgentsCard } from "./agents-card";
import { AnswerBox } from "./answer-box";
import { agentsIn } from "./assign-menu";
import { CustomerCard } from "./customer-card";
import { AllAt, Folded } from "./folded";
import { Followers } from "./followers";
import { HeldReplies } from "./held-replies";
import { LinkedCard } from "./linked-card";
import { offersOf } from "./offers";
import { useOnward } from "./onward-fields";
import { OthersCard } from "./others-card";
import { PresentPeople } from "./presence";
import { SnoozeForm } from "./snooze-form";
import type { ToldPage } from "./tell-page";
import { useBoxKey } from "./use-box-key";
import { WorkBar } from "./work-bar";

type Props = {
  told: Numbered<ToldPage>;
  files: FilesOffer;
  draft?: FormDraft;
  keptLine?: ReactNode;
  editForm: ReactNode;
  people: Numbered<ToldPeople>;
  /** The query of the list that it was opened from. */
  queue?: string;
};

/** An agent's page of a request, drawn in the browser, too, like that of customers. */
export function RequestView({ editForm, queue, told: numbered, people: numberedPeople, ...box }: Props) {
  const told = useSpelled(numbered);
  const people = useSpelled(numberedPeople);
  const { on, version, head, bar, moves, aside, customer, desk, details } = told;
  const { language, newestFirst } = told.history;
  const agents = useMemo(() => agentsIn(bar.assigning.agents), [bar]);
  useEffect(() => offer(offersOf(told, agents)), [told, agents]);
  const boxKey = useBoxKey(told);
  const onward = useOnward(undefined, queue);
  useArrival();
  const back = useWayBack(
    queue ? `${head.way.href}?${queue}` : head.way.href,
    requestPath(on.reference, "agent"),
  );
  const inList = { ...on, ...onward };
  const answerBox = (
    <>
      {told.held && <HeldReplies told={told.held} />}
      <AnswerBox
        key={boxKey}
        on={onward.queue === undefined ? on : { ...on, queue: onward.queue }}
        version={version}
        told={told.answer}
        agents={agents}
        {...box}
      />
    </>
  );
  return (
    <AllAt told={told.all}>
      <PresentPeople />
      <PageHeader
        t={head.way.label}
        title={head.title}
        breadcrumbs={[{ href: back, label: head.way.text }]}
        meta={
          <>
            <span className="tabular-nums">{head.reference}</span>
            <span>
              <Sentence pieces={head.about} language={language} />
            </span>
          </>
        }
      />
      <WorkBar
        on={inList}
        told={bar}
        agents={agents}
        box={told.answer.id}
        moves={moves.map(offer => (
          <MoveForm
            key={offer.move}
            action={move}
            on={inList}
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
          <CustomerCard reference={on.reference} told={customer} language={language} />
          {told.agents && <AgentsCard told={told.agents} />}
          <Card title={desk.title} id="desk">
            <Followers on={inList} told={desk.followers} />
            {desk.snooze && (
              <div className="mt-4 border-line border-t pt-4">
                <SnoozeForm on={inList} told={desk.snooze} language={language} />
              </div>
            )}
          </Card>
          {told.linked && <LinkedCard on={inList} told={told.linked} />}
          {told.others && <OthersCard told={told.others} />}
          <PeopleCard on={on} told={people} language={language} share={share} fold={Folded} />
          <DetailsCard told={details} />
        </aside>
      </div>
    </AllAt>
  );
}
