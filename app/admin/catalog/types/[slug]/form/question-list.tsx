"use client";

import clsx from "clsx";
import { useState } from "react";
import { Pick } from "@/components/form/line";
import { useFocusOn } from "@/components/form/use-focus-on";
import { fill } from "@/components/messages/browser-texts";
import { buttonClass } from "@/components/ui/button-class";
import type { Field, FieldKind } from "@/lib/catalog/fields";
import { isForAgents } from "@/lib/catalog/for-agents";
import { adviceOf } from "@/lib/catalog/form-advice";
import { formLimits } from "@/lib/catalog/form-limits";
import { problemsOf } from "@/lib/catalog/form-problems";
import type { Used } from "@/lib/catalog/form-unfitness";
import type { SharedLists } from "@/lib/catalog/shared-lists";
import {
  added,
  addressed,
  changed,
  type Drafted,
  doubled,
  fieldsOf,
  optionNamed,
  removed,
  turned,
} from "./drafting";
import { kinds } from "./kinds";
import { QuestionEditor } from "./question-editor";
import { QuestionRow } from "./question-row";
import { useMoving } from "./use-moving";
import { useBuilderTexts, useSay } from "./words";

type Props = {
  questions: Drafted[];
  published: Field[];
  used: Used;
  lists: SharedLists;
  /** The key of the one that is open to begin with. */
  asked: string | undefined;
  change: (to: Drafted[], mark?: string) => void;
  tell: (text: string) => void;
};

export function QuestionList({ questions, published, used, lists, asked, change, tell }: Props) {
  const texts = useBuilderTexts();
  const say = useSay();
  const [open, setOpen] = useState(() => questions.find(({ field }) => field.key === asked)?.id ?? null);
  const [kind, choose] = useState<FieldKind>("text");
  const focusOn = useFocusOn(open === null ? null : `label-${open}`);
  const { shown, drop, moving } = useMoving(questions, change, tell, focusOn);
  const fields = fieldsOf(shown);
  const [problems, advice] = [problemsOf(fields, lists), adviceOf(fields)];

  /** Whether what is asked of others begins below this place. */
  const isBorder = (at: number) => {
    const [one, next] = [fields[at], fields[at + 1]];
    return one !== undefined && next !== undefined && isForAgents(one) !== isForAgents(next);
  };

  function add(kind: FieldKind) {
    if (questions.length >= formLimits.questions) return;
    const to = added(questions, used, kind, open);
    const id = to.find(one => !questions.includes(one))?.id ?? null;
    change(to);
    setOpen(id);
    focusOn.current = `label-${id}`;
  }

  function remove({ id, field }: Drafted) {
    const at = questions.findIndex(one => one.id === id);
    const neighbour = questions[at + 1] ?? questions[at - 1];
    change(removed(questions, id));
    setOpen(null);
    tell(fill(texts.removed, { label: field.label || texts.untitled }));
    focusOn.current = neighbour ? `open-${neighbour.id}` : "add-question";
  }

  return (
    <section className="card questions" aria-labelledby="questions-title">
      <div className="card-head">
        <h2 id="questions-title">{texts.questions}</h2>
      </div>
      <p id="builder-help" className="sr-only">
        {texts["move.help"]}
      </p>
      {advice.some(({ key }) => key === null) && (
        <div className="advice">
          <p>{texts.advice}</p>
          <ul>
            {advice.flatMap(({ key, said }) => (key === null ? [<li key={said.code}>{say(said)}</li>] : []))}
          </ul>
        </div>
      )}
      <p className="question-summary">
        <b>{texts.summary}</b> {texts["summary.about"]}
      </p>
      <ol className={clsx("question-rows", moving.over === "end" && "over-end")} onDrop={drop}>
        {shown.map((question, index) => {
          const { id, field } = question;
          const own = <T extends { key: string | null }>(all: T[]) =>
            all.filter(({ key }) => key === field.key);
          return (
            <QuestionRow
              key={id}
              {...{ question, moving }}
              next={shown[index + 1]?.id ?? "end"}
              isOpen={open === id}
              isFirst={index === 0 || isBorder(index - 1)}
              isLast={index === shown.length - 1 || isBorder(index)}
              isFirstOfAgents={isForAgents(field) && !isForAgents(shown[index - 1]?.field ?? {})}
              needsWork={own(problems).length > 0}
              isUnclear={own(advice).length > 0}
              toggle={() => setOpen(open === id ? null : id)}
            >
              <QuestionEditor
                field={field}
                above={fields.slice(0, index)}
                published={published.find(({ key }) => key === field.key)}
                isUsed={Object.hasOwn(used, field.key)}
                problems={own(problems)}
                advice={own(advice)}
                change={(properties, mark) =>
                  change(changed(questions, used, id, properties), mark && `${id} ${mark}`)
                }
                nameOption={(option, place) =>
                  change(optionNamed(questions, id, option), `${id} option ${place}`)
                }
                turn={to => change(turned(questions, used, id, to))}
                address={agentsOnly => {
                  change(addressed(questions, used, id, agentsOnly));
                  focusOn.current = `agents-${id}`;
                }}
                addressId={`agents-${id}`}
                labelId={`label-${id}`}
              />
              <div className="question-foot">
                {field.kind !== "section" && (
                  <button
                    type="button"
                    className={buttonClass("quiet", "small")}
                    onClick={() =>
                      questions.length < formLimits.questions && change(doubled(questions, used, id))
                    }
                  >
                    {texts.double}
                  </button>
                )}
                <button
                  type="button"
                  className={buttonClass("danger", "small")}
                  onClick={() => remove(question)}
                >
                  {field.kind === "section" ? texts["remove.section"] : texts.remove}
                </button>
              </div>
            </QuestionRow>
          );
        })}
      </ol>
      <div className="question-add">
        <Pick
          label={texts["add.kind"]}
          value={kind}
          options={kinds.map(value => ({ value, label: texts[`kind.${value}`] }))}
          change={value => choose(value as FieldKind)}
        />
        <button id="add-question" type="button" className={buttonClass("primary")} onClick={() => add(kind)}>
          {texts.add}
        </button>
        <button type="button" className={buttonClass("secondary")} onClick={() => add("section")}>
          {texts["add.section"]}
        </button>
      </div>
    </section>
  );
}
