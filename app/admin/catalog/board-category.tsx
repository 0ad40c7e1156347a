"use client";

import clsx from "clsx";
import type { DragEvent, KeyboardEvent } from "react";
import { fill } from "@/components/messages/browser-texts";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import type { BoardTexts } from "./board";
import { Grip } from "./grip";
import type { Place, ToldCategory, ToldType, Way } from "./placing";

type Shared = {
  texts: BoardTexts;
  /** The type that is being moved by keyboard. */
  lifted: string | null;
  /** Where what is being dragged would go. */
  over: Place | null;
  setOver: (place: Place | null) => void;
  drop: (event: DragEvent) => void;
  onKeys: (event: KeyboardEvent, slug: string) => void;
  shift: (slug: string, way: Way) => void;
};

type Props = Shared & {
  category: ToldCategory;
  shiftCategory: (way: Way) => void;
  isFirst: boolean;
  isLast: boolean;
};

export function BoardCategory({ category, shiftCategory, isFirst, isLast, ...shared }: Props) {
  const { slug, name, types } = category;
  const { texts, over, setOver, drop } = shared;
  const isOverEnd = over?.category === slug && over.before === null;
  return (
    <section className="card" aria-labelledby={`category-${slug}`}>
      <div className="card-head">
        <h2 id={`category-${slug}`} dir="auto">
          {name}
        </h2>
        <div className="board-buttons">
          <Shift
            label={fill(texts.categoryEarlier, { name })}
            way="earlier"
            shift={shiftCategory}
            isOff={isFirst}
          />
          <Shift
            label={fill(texts.categoryLater, { name })}
            way="later"
            shift={shiftCategory}
            isOff={isLast}
          />
          <a href={`/admin/catalog/categories/${slug}`} className={buttonClass("quiet", "small")}>
            {texts.edit}
            <span className="sr-only"> {name}</span>
          </a>
        </div>
      </div>
      <ul
        className={clsx(isOverEnd && "over-end")}
        onDragOver={event => {
          event.preventDefault();
          if (types.length === 0) setOver({ category: slug, before: null });
        }}
        onDrop={drop}
      >
        {types.length === 0 && <li className="board-empty">{texts.empty}</li>}
        {types.map((type, index) => (
          <Row
            key={type.slug}
            {...{ type, ...shared }}
            category={slug}
            next={types[index + 1]?.slug ?? null}
            isOff={{
              earlier: isFirst && index === 0,
              later: isLast && index === types.length - 1,
            }}
          />
        ))}
      </ul>
    </section>
  );
}

type RowProps = Shared & {
  type: ToldType;
  category: string;
  next: string | null;
  isOff: Record<Way, boolean>;
};

function Row({ type, category, next, isOff, ...shared }: RowProps) {
  const { slug, name, icon, about, isDraft } = type;
  const { texts, lifted, over, setOver, onKeys, shift } = shared;
  const isOver = over?.category === category && over.before === slug;
  const move = (way: Way) => shift(slug, way);

  function aim(event: DragEvent<HTMLElement>) {
    event.preventDefault();
    const { top, height } = event.currentTarget.getBoundingClientRect();
    const isUpperHalf = event.clientY < top + height / 2;
    setOver({ category, before: isUpperHalf ? slug : next });
  }

  return (
    <li
      draggable
      className={clsx(lifted === slug && "lifted", isOver && "over")}
      onDragStart={event => {
        event.dataTransfer.setData("text/plain", slug);
        event.dataTransfer.effectAllowed = "move";
      }}
      onDragOver={aim}
      onDragEnd={() => setOver(null)}
    >
      <Grip
        id={`grip-${slug}`}
        label={fill(texts.move, { name })}
        helpId="board-help"
        isLifted={lifted === slug}
        onKeys={event => onKeys(event, slug)}
      />
      <Icon name={icon} className="size-5" />
      <p>
        <a href={`/admin/catalog/types/${slug}`} draggable={false} dir="auto">
          {name}
        </a>
        {isDraft && <span className="tag yellow">{texts.draft}</span>}
        {about && <span dir="auto">{about}</span>}
      </p>
      <div className="board-buttons">
        <Shift
          id={`earlier-${slug}`}
          label={fill(texts.earlier, { name })}
          way="earlier"
          shift={move}
          isOff={isOff.earlier}
        />
        <Shift
          id={`later-${slug}`}
          label={fill(texts.later, { name })}
          way="later"
          shift={move}
          isOff={isOff.later}
        />
      </div>
    </li>
  );
}

type ShiftProps = { id?: string; label: string; way: Way; shift: (way: Way) => void; isOff: boolean };

/** Never `disabled`, which would drop the focus at the ends. */
function Shift({ id, label, way, shift, isOff }: ShiftProps) {
  return (
    <button
      type="button"
      id={id}
      aria-label={label}
      title={label}
      aria-disabled={isOff || undefined}
      className={buttonClass("quiet", "small")}
      onClick={() => !isOff && shift(way)}
    >
      <Icon name={way === "earlier" ? "arrow-up" : "arrow-down"} />
    </button>
  );
}
