import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";

export type Choice = { value: string; label: string };
export type ListChoices = {
  words: string;
  maxWords: number;
  /** The lists to choose from, by the name their choice has in the address. */
  selects: { name: string; label: string; value: string; choices: Choice[] }[];
  columns: { value: string; label: string; isShown: boolean; isFixed: boolean }[];
  /** How many of the filters are set. */
  active: number;
};

const select =
  "min-h-10 w-full rounded-lg border border-line-strong bg-surface py-1 pr-8 pl-3 text-ink text-sm hover:border-ink-soft pointer-coarse:min-h-11";
const secondary =
  "inline-flex min-h-10 items-center justify-center gap-2 rounded-lg border border-line-strong/45 bg-surface px-4 font-medium text-ink text-sm shadow-rest hover:bg-sunken pointer-coarse:min-h-11";

/** Words, filters, order and columns of the list: one plain form, so that what it shows has an address. */
export function ListSearch({ words, maxWords, selects, columns, active }: ListChoices) {
  return (
    <search>
      <form action="/requests" className="mb-6 grid gap-3">
        <div className="flex gap-2">
          <input
            type="search"
            dir="auto"
            name="q"
            defaultValue={words}
            maxLength={maxWords}
            aria-label="Search your requests"
            placeholder="Search words, answers, comments or LDG-…"
            className="min-h-11 w-full min-w-0 rounded-lg border border-line-strong bg-surface px-3.5 text-ink placeholder:text-ink-faint hover:border-ink-soft"
          />
          <Button icon="search" className="min-h-11 max-sm:px-3">
            <span className="max-sm:sr-only">Search</span>
          </Button>
        </div>
        <details className="fold">
          <summary className={secondary}>
            <Icon name="sliders-horizontal" />
            {active > 0 ? `Filters (${active})` : "Filters"}
          </summary>
          <div className="flex flex-wrap items-end gap-3 max-sm:mt-3">
            {selects.map(({ name, label, value, choices }) => (
              <label key={name} className="grid gap-1 text-ink-soft text-xs max-sm:w-full sm:max-w-60">
                {label}
                <select name={name} defaultValue={value} className={select}>
                  {choices.map(choice => (
                    <option key={choice.value} value={choice.value}>
                      {choice.label}
                    </option>
                  ))}
                </select>
              </label>
            ))}
            <Menu
              id="columns"
              buttonClass={secondary}
              panelClass="p-4"
              label={
                <>
                  <Icon name="columns-3" />
                  Columns
                </>
              }
            >
              <fieldset className="grid gap-1">
                <legend className="mb-2 font-semibold text-ink text-sm">Columns</legend>
                {columns.map(column => (
                  <label key={column.value} className="flex min-h-8 items-center gap-2.5 text-ink text-sm">
                    <input
                      type="checkbox"
                      name="columns"
                      value={column.value}
                      defaultChecked={column.isShown}
                      disabled={column.isFixed}
                      className="size-4"
                    />
                    {column.label}
                  </label>
                ))}
              </fieldset>
              {/* Says that the columns were asked, also when none is ticked. */}
              <input type="hidden" name="columns" value={columns[0]?.value} />
              <Button className="mt-3 w-full">Show these</Button>
            </Menu>
            <Button>Apply</Button>
          </div>
        </details>
      </form>
    </search>
  );
}
