"use client";

import clsx from "clsx";
import type { DragEvent, KeyboardEvent, ReactNode } from "react";
import { Grip } from "@/app/admin/catalog/grip";
import { fill } from "@/components/messages/browser-texts";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { isForAgents } from "@/lib/catalog/for-agents";
import type { Drafted } from "./drafting";
import { useBuilderTexts } from "./words";

export type Moving = {
  lifted: number | null;
  /** Above which question, or behind all, what is dragged would go. */
  over: number | "end" | null;
  setOver: (over: number | "end" | null) => void;
  onKeys: (event: KeyboardEvent, id: number) => void;
  shift: (id: number, by: -1 | 1) => void;
};

type Props = {
  question: Drafted;
  next: number | "end";
  isOpen: boolean;
  needsWork: boolean;
  isUnclear: boolean;
  isFirst: boolean;
  isLast: boolean;
  /** Above it a line says that agents alone are asked from here on. */
  isFirstOfAgents: boolean;
  toggle: () => void;
  moving: Moving;
  children: ReactNode;
};

/** A question in the list, with its editor while it is open. */
export function QuestionRow({
  question,
  next,
  isOpen,
  needsWork,
  isUnclear,
  isFirst,
  isLast,
  isFirstOfAgents,
  toggle,
  moving,
  children,
}: Props) {
  const texts = useBuilderTexts();
  const { id, field } = question;
  const { lifted, over, setOver, onKeys, shift } = moving;
  const label = field.label || texts.untitled;
  const about = [
    texts[`kind.${field.kind}`],
    isForAgents(field) && texts.agents_mark,
    field.required && texts.required_mark,
    (field.showWhen || field.requireWhen) && texts.conditional_mark,
  ].filter(Boolean);

  function aim(event: DragEvent<HTMLElement>) {
    event.preventDefault();
    const { top, height } = event.currentTarget.getBoundingClientRect();
    setOver(event.clientY < top + height / 2 ? id : next);
  }

  return (
    <li
      draggable={!isOpen}
      className={clsx(
        lifted === id && "lifted",
        over === id && "over",
        isOpen && "open",
        field.kind === "section" && "section",
      )}
      onDragStart={event => {
        event.dataTransfer.setData("text/plain", String(id));
        event.dataTransfer.effectAllowed = "move";
      }}
      onDragOver={aim}
      onDragEnd={() => setOver(null)}
    >
      {isFirstOfAgents && <p className="of-agents">{texts.agents}</p>}
      <div className="question-head">
        <Grip
          id={`grip-${id}`}
          label={fill(texts.move, { label })}
          helpId="builder-help"
          isLifted={lifted === id}
          onKeys={event => onKeys(event, id)}
        />
        <button
          type="button"
          id={`open-${id}`}
          className="question-open"
          aria-expanded={isOpen}
          onClick={toggle}
        >
          <span dir="auto">{label}</span>
          <span>{about.join(" · ")}</span>
          {needsWork && <span className="tag red">{texts.needs_work}</span>}
          {isUnclear && <span className="tag yellow">{texts.unclear}</span>}
        </button>
        <div className="board-buttons">
          <Shift
            {...{ id: `up-${id}`, text: fill(texts["move.up"], { label }), isOff: isFirst, icon: "arrow-up" }}
            move={() => shift(id, -1)}
          />
          <Shift
            {...{
              id: `down-${id}`,
              text: fill(texts["move.down"], { label }),
              isOff: isLast,
              icon: "arrow-down",
            }}
            move={() => shift(id, 1)}
          />
        </div>
      </div>
      {isOpen && children}
    </li>
  );
}

type ShiftProps = {
  id: string;
  text: string;
  isOff: boolean;
  icon: "arrow-up" | "arrow-down";
  move: () => void;
};

/** Never `disabled`, which would drop the focus at the ends. */
const Shift = ({ id, text, isOff, icon, move }: ShiftProps) => (
  <button
    type="button"
    id={id}
    aria-label={text}
    title={text}
    aria-disabled={isOff || undefined}
    className={buttonClass("quiet", "small")}
    onClick={() => !isOff && move()}
  >
    <Icon name={icon} />
  </button>
);
