"use client";

import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import type { ToldField, ToldSearch } from "./told-search";

/** Words, filters, order and columns of a list: plain forms, so that what it shows has an address. */
export function SearchForm(told: ToldSearch) {
  const { path, words, searchesAll, shown } = told;
  if (!searchesAll)
    return (
      <search>
        <form action={path} className="list-search">
          <Words {...told} />
          <Filters {...told} />
        </form>
      </search>
    );
  return (
    <search className="list-search">
      <form action={path}>
        <Words {...told} />
        <input type="hidden" name="columns" value={shown.join()} />
      </form>
      <form action={path}>
        {words && <input type="hidden" name="q" value={words} />}
        <Filters {...told} />
      </form>
    </search>
  );
}

function Words({ words, maxWords, label, placeholder, say }: ToldSearch) {
  return (
    <div className="words">
      <input
        type="search"
        dir="auto"
        name="q"
        defaultValue={words}
        maxLength={maxWords}
        aria-label={label}
        placeholder={placeholder}
      />
      <Button icon="search" className="min-h-11 max-sm:px-3">
        <span className="max-sm:sr-only">{say.search}</span>
      </Button>
    </div>
  );
}

function Filters({ fields, columns, shown, fixed, say }: ToldSearch) {
  const rare = fields.filter(({ isRare }) => isRare);
  return (
    <details className="fold">
      <summary className="search-button">
        <Icon name="sliders-horizontal" />
        {say.filters}
      </summary>
      <div className="filters">
        {fields.map(field => !field.isRare && <Field key={field.name} {...field} />)}
        <Menu
          id="columns"
          buttonClass="search-button"
          panelClass="p-4"
          label={
            <>
              <Icon name="columns-3" />
              {say.columns}
            </>
          }
        >
          <fieldset>
            <legend>{say.columns}</legend>
            {columns.map(([value, label]) => (
              <label key={value}>
                <input
                  type="checkbox"
                  name="columns"
                  value={value}
                  defaultChecked={shown.includes(value)}
                  disabled={fixed.includes(value)}
                />
                {label}
              </label>
            ))}
          </fieldset>
          {/* Says that the columns were asked, also when none is ticked. */}
          <input type="hidden" name="columns" value={columns[0]?.[0]} />
          <Button className="mt-3 w-full">{say.applyColumns}</Button>
        </Menu>
        <Button>{say.apply}</Button>
        {rare.length > 0 && (
          <details className="disclosure" open={rare.some(({ value }) => value !== "")}>
            <summary>
              {say.more}
              <Icon name="chevron-down" className="disclosure-arrow size-4 transition-[rotate]" />
            </summary>
            <div className="filters">
              {rare.map(field => (
                <Field key={field.name} {...field} />
              ))}
            </div>
          </details>
        )}
      </div>
    </details>
  );
}

function Field({ name, label, value, ...field }: ToldField) {
  if (field.choices)
    return (
      <label>
        {label}
        <select key={value} name={name} defaultValue={value}>
          {field.choices.map(([choice, said]) => (
            <option key={choice} value={choice}>
              {said}
            </option>
          ))}
        </select>
      </label>
    );
  const isText = field.kind === "text";
  return (
    <label>
      {label}
      <input
        key={value}
        type={field.kind}
        dir={isText ? "auto" : undefined}
        name={name}
        defaultValue={value}
        maxLength={isText ? 100 : undefined}
      />
    </label>
  );
}
