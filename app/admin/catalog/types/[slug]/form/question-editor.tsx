"use client";

import type { ComponentProps } from "react";
import type { ChoicesEditor } from "@/components/catalog/choices-editor";
import { Line, Pick, Tick } from "@/components/form/line";
import { isChosen } from "@/lib/catalog/choices";
import type { Field, FieldKind } from "@/lib/catalog/fields";
import { isForAgents } from "@/lib/catalog/for-agents";
import type { Advice } from "@/lib/catalog/form-advice";
import { formLimits } from "@/lib/catalog/form-limits";
import type { Problem, ProblemPlace } from "@/lib/catalog/form-problems";
import { ConditionEditor } from "./condition-editor";
import type { Properties } from "./drafting";
import { kinds } from "./kinds";
import { LimitsEditor } from "./limits-editor";
import { OptionsEditor } from "./options-editor";
import { PatternEditor } from "./pattern-editor";
import { useBuilderTexts, useSay } from "./words";

type Props = {
  field: Field;
  above: Field[];
  /** As customers see it now, if they do. */
  published: Field | undefined;
  isUsed: boolean;
  problems: Problem[];
  advice: Advice[];
  change: (properties: Properties, mark?: string) => void;
  turn: (kind: FieldKind) => void;
  address: (agentsOnly: boolean) => void;
  addressId: string;
  labelId: string;
  nameOption: ComponentProps<typeof ChoicesEditor>["name"];
};

const typed: readonly FieldKind[] = ["text", "long_text", "number", "email", "url", "phone"];

function useProblemAt(problems: Problem[]) {
  const say = useSay();
  return (place: ProblemPlace) => {
    const problem = problems.find(({ at }) => at === place);
    return problem && say(problem.said);
  };
}

export function QuestionEditor(props: Props) {
  const texts = useBuilderTexts();
  const say = useSay();
  const { field, problems, advice, change, labelId } = props;
  const { kind, label, help = "" } = field;
  const problemAt = useProblemAt(problems);
  const isSection = kind === "section";
  return (
    <div className="question-editor">
      {advice.map(({ said }) => (
        <p key={said.code} className="advice">
          {say(said)}
        </p>
      ))}
      <Line
        id={labelId}
        label={isSection ? texts["property.heading"] : texts["property.label"]}
        value={label}
        maxLength={formLimits.label}
        error={problemAt("label")}
        isRequired
        change={value => change({ label: value }, "label")}
      />
      <Line
        label={isSection ? texts["property.heading.text"] : texts["property.help"]}
        help={isSection ? undefined : texts["property.help.about"]}
        value={help}
        rows={2}
        maxLength={formLimits.help}
        change={value => change({ help: value }, "help")}
      />
      {kind !== "file" && <Asked {...props} />}
      {!isSection && <Answering {...props} />}
    </div>
  );
}

/** Of whom it is asked. */
function Asked({ field, isUsed, problems, address, addressId }: Props) {
  const texts = useBuilderTexts();
  const problem = useProblemAt(problems)("agentsOnly");
  return (
    <div>
      <Tick
        id={addressId}
        label={texts["property.agentsOnly"]}
        checked={isForAgents(field)}
        change={address}
      />
      <p className="text-ink-soft text-sm">
        {texts["property.agentsOnly.about"]} {isUsed && texts["property.agentsOnly.used"]}
      </p>
      {problem && <p className="font-medium text-bad text-sm">{problem}</p>}
    </div>
  );
}

/** What is asked for, which a section does not have. */
function Answering({ field, above, published, isUsed, problems, change, turn, nameOption }: Props) {
  const texts = useBuilderTexts();
  const problemAt = useProblemAt(problems);
  const { kind, placeholder = "", required = false, showWhen, requireWhen } = field;
  const limits = problemAt("limits");
  return (
    <>
      <Pick
        label={texts["property.kind"]}
        value={kind}
        help={isUsed ? texts["property.kind.used"] : undefined}
        options={kinds
          .filter(one => one !== "file" || !isForAgents(field))
          .map(value => ({ value, label: texts[`kind.${value}`] }))}
        change={value => turn(value as FieldKind)}
      />
      {"options" in field && (
        <OptionsEditor
          field={field}
          published={published && "options" in published ? published.options.map(option => option.value) : []}
          error={problemAt("options")}
          change={change}
          name={nameOption}
        />
      )}
      <Tick
        label={texts["property.required"]}
        checked={required}
        change={value => change({ required: value })}
      />
      {typed.includes(kind) && (
        <Line
          label={texts["property.placeholder"]}
          value={placeholder}
          maxLength={formLimits.placeholder}
          change={value => change({ placeholder: value }, "placeholder")}
        />
      )}
      {limits && <p className="font-medium text-bad text-sm">{limits}</p>}
      <LimitsEditor field={field} change={change} />
      {(kind === "text" || kind === "long_text") && (
        <PatternEditor
          pattern={field.pattern ?? ""}
          patternMessage={field.patternMessage ?? ""}
          maxLengths={formLimits}
          change={change}
        />
      )}
      {!above.some(isChosen) && !showWhen && !requireWhen && (
        <p className="text-ink-soft text-sm">{texts["condition.none"]}</p>
      )}
      <ConditionEditor
        label={texts["property.showWhen"]}
        otherwise={texts["condition.always"]}
        condition={showWhen}
        above={above}
        error={problemAt("showWhen")}
        change={condition => change({ showWhen: condition })}
      />
      {!required && (
        <ConditionEditor
          label={texts["property.requireWhen"]}
          otherwise={texts["condition.never"]}
          condition={requireWhen}
          above={above}
          error={problemAt("requireWhen")}
          change={condition => change({ requireWhen: condition })}
        />
      )}
    </>
  );
}
