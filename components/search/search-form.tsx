"use client";

import { type FormEvent, Fragment, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { htmlOf } from "@/components/ui/html-of";
import { Icon } from "@/components/ui/icon";
import { useIsDrawn } from "@/components/ui/in-browser";
import { Menu, menuItem } from "@/components/ui/menu";
import { Written } from "@/components/ui/written";
import { isTyped, pairsIn, type ToldField, type ToldSearch } from "./told-search";

type Slots = {
  /** Of the words, while they are typed. */
  completion?: ReactNode;
  /** Further filters, of a list that has some of its own. */
  boxes?: ReactNode;
  /** Takes the place of the filter that takes a name. */
  named?: ReactNode;
};

/** Words, filters, order and columns of a list: plain forms, so that what it shows has an address. */
export function SearchForm({ completion, boxes, named, ...told }: ToldSearch & Slots) {
  const { path, searchesAll, shown, kept = [], view } = told;
  const opened = view && <input type="hidden" name="view" value={view} />;
  if (!searchesAll)
    return (
      <search>
        <form action={path} onInput={apply} className="list-search">
          <Words {...told} />
          <Filters {...told} />
        </form>
      </search>
    );
  return (
    <search className="list-search">
      <form action={path}>
        <Words {...told} completion={completion} />
        {opened}
        <input type="hidden" name="columns" value={shown} />
      </form>
      <form action={path} onInput={apply}>
        {opened}
        {kept.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <Filters {...told} boxes={boxes} named={named} />
      </form>
    </search>
  );
}

// Narrower, the filters are folded away, and one sets several before they are folded again.
const wide = "(min-width: 640px)";

/** Sends a choice made by pointer at once. By keyboard one passes others on the way, and the button sends it. */
function apply({ target, currentTarget }: FormEvent<HTMLFormElement>) {
  const chosen = target as Element;
  if (!matchMedia(wide).matches) return;
  if (chosen.matches("select:not(:focus-visible, .menu-panel *)")) currentTarget.requestSubmit();
}

const problemsId = "search-problems";

function Words({ completion, ...told }: ToldSearch & { completion?: ReactNode }) {
  const { words, typed = words, maxWords, label, placeholder, problems = [], say } = told;
  return (
    <>
      <div className="words">
        <input
          type="search"
          dir="auto"
          name="q"
          defaultValue={typed}
          maxLength={maxWords}
          aria-label={label}
          aria-describedby={problems.length > 0 ? problemsId : undefined}
          placeholder={placeholder}
        />
        <Button icon="search" variant="quiet">
          <span className="sr-only">{say.search}</span>
        </Button>
        {completion}
      </div>
      {problems.length > 0 && (
        <div id={problemsId} className="problems">
          {problems.map(problem => (
            <p key={problem}>{problem}</p>
          ))}
        </div>
      )}
    </>
  );
}

function Filters({ searchesAll, boxes, named, ...told }: ToldSearch & Slots) {
  const { fields, rare, shown, fixed, all, say } = told;
  const columns = pairsIn(told.columns);
  const isDrawn = useIsDrawn();
  // Customers’ lists have to work without script.
  const areMenusDrawn = isDrawn || !searchesAll;
  const allLink = !areMenusDrawn && all && (
    <a href={all.href} className={menuItem}>
      {all.label}
    </a>
  );
  return (
    <details className="fold">
      <summary className="search-button">
        <Icon name="sliders-horizontal" />
        {say.filters}
      </summary>
      <div className="filters">
        {fields.map(field => {
          const [name] = field;
          return <Field key={name} field={field} />;
        })}
        {boxes}
        {rare.length > 0 && (
          <Menu
            id="more-filters"
            buttonClass="search-button"
            panelClass="p-4"
            label={
              <>
                {say.more}
                <Icon name="chevron-down" className="opacity-70" />
              </>
            }
          >
            <div className="filters">
              {rare.map(field => {
                const [name, , value, given] = field;
                if (given === "name" && named) return <Fragment key={name}>{named}</Fragment>;
                if (areMenusDrawn) return <Field key={name} field={field} />;
                return <input key={name} type="hidden" name={name} value={value} />;
              })}
            </div>
            {allLink || <Button className="mt-3 w-full">{say.applyColumns}</Button>}
          </Menu>
        )}
        <Menu
          id="columns"
          buttonClass="search-button"
          panelClass="p-4"
          label={
            <>
              <Icon name="columns-3" />
              <span>{say.columns}</span>
            </>
          }
        >
          <fieldset>
            <legend>{say.columns}</legend>
            {areMenusDrawn &&
              columns.map(([value, label]) => (
                <label key={value}>
                  <input
                    type="checkbox"
                    name="columns"
                    value={value}
                    defaultChecked={shown.split(",").includes(value)}
                    disabled={fixed.split(",").includes(value)}
                  />
                  {label}
                </label>
              ))}
          </fieldset>
          {/* Says that the columns were asked, also when none is ticked. */}
          <input type="hidden" name="columns" value={areMenusDrawn ? columns[0]?.[0] : shown} />
          {allLink || <Button className="mt-3 w-full">{say.applyColumns}</Button>}
        </Menu>
        <Button className="apply">{say.apply}</Button>
      </div>
    </details>
  );
}

function Field({ field }: { field: ToldField }) {
  const [, label] = field;
  return (
    <Written
      as="label"
      html={htmlOf(
        <>
          <span>{label}</span>
          {drawInput(field)}
        </>,
      )}
    />
  );
}

// As HTML says what is chosen at first; React would visit each of a hundred options.
function drawInput([name, , value, given]: ToldField) {
  if (!isTyped(given))
    return (
      <select name={name}>
        {pairsIn(given).map(([choice, said]) => (
          <option key={choice} value={choice} selected={choice === value}>
            {said}
          </option>
        ))}
      </select>
    );
  const isText = given !== "date";
  return (
    <input
      type={isText ? "text" : given}
      dir={isText ? "auto" : undefined}
      name={name}
      value={value}
      maxLength={isText ? 100 : undefined}
    />
  );
}
