import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import { sayLabel } from "@/lib/messages/said";
import type { Translator } from "@/lib/messages/translate";
import type { FilterField, ListChoices } from "@/lib/search/choices";

type Props = ListChoices & {
  t: Translator;
  path: string;
  maxWords: number;
  label: string;
  placeholder: string;
  /** The words are sent without the filters, so that they are searched in everything. */
  searchesAll?: boolean;
};

const field =
  "min-h-10 w-full rounded-lg border border-line-strong bg-surface py-1 text-ink text-sm hover:border-ink-soft pointer-coarse:min-h-11";
const secondary =
  "inline-flex min-h-10 items-center justify-center gap-2 rounded-lg border border-line-strong/45 bg-surface px-4 font-medium text-ink text-sm shadow-rest hover:bg-sunken pointer-coarse:min-h-11";

/** Words, filters, order and columns of a list: plain forms, so that what it shows has an address. */
export function ListSearch({ path, searchesAll = false, ...choices }: Props) {
  if (!searchesAll)
    return (
      <search>
        <form action={path} className="mb-6 grid gap-3">
          <Words {...choices} />
          <Filters {...choices} />
        </form>
      </search>
    );
  return (
    <search className="mb-6 grid gap-3">
      <form action={path}>
        <Words {...choices} />
        <input type="hidden" name="columns" value={shownColumns(choices)} />
      </form>
      <form action={path}>
        {choices.words && <input type="hidden" name="q" value={choices.words} />}
        <Filters {...choices} />
      </form>
    </search>
  );
}

const shownColumns = ({ columns }: Parts) =>
  columns.flatMap(({ value, isShown }) => (isShown ? [value] : [])).join();

type Parts = Omit<Props, "path" | "searchesAll">;

function Words({ t, words, maxWords, label, placeholder }: Parts) {
  return (
    <div className="flex gap-2">
      <input
        type="search"
        dir="auto"
        name="q"
        defaultValue={words}
        maxLength={maxWords}
        aria-label={label}
        placeholder={placeholder}
        className="min-h-11 w-full min-w-0 rounded-lg border border-line-strong bg-surface px-3.5 text-ink placeholder:text-ink-faint hover:border-ink-soft"
      />
      <Button icon="search" className="min-h-11 max-sm:px-3">
        <span className="max-sm:sr-only">{t("search.submit")}</span>
      </Button>
    </div>
  );
}

function Filters({ t, fields, columns, active }: Parts) {
  const usual = fields.filter(({ isRare }) => !isRare);
  const rare = fields.filter(({ isRare }) => isRare);
  return (
    <details className="fold">
      <summary className={secondary}>
        <Icon name="sliders-horizontal" />
        {active > 0 ? t("search.filters.set", { active }) : t("search.filters")}
      </summary>
      <div className="flex flex-wrap items-end gap-3 max-sm:mt-3">
        {usual.map(one => (
          <Field key={one.name} t={t} {...one} />
        ))}
        <Menu
          id="columns"
          buttonClass={secondary}
          panelClass="p-4"
          label={
            <>
              <Icon name="columns-3" />
              {t("search.columns")}
            </>
          }
        >
          <fieldset className="grid gap-1">
            <legend className="mb-2 font-semibold text-ink text-sm">{t("search.columns")}</legend>
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
                {t(column.label)}
              </label>
            ))}
          </fieldset>
          {/* Says that the columns were asked, also when none is ticked. */}
          <input type="hidden" name="columns" value={columns[0]?.value} />
          <Button className="mt-3 w-full">{t("search.columns.apply")}</Button>
        </Menu>
        <Button>{t("search.filters.apply")}</Button>
        {rare.length > 0 && (
          <details className="disclosure w-full" open={rare.some(({ value }) => value !== "")}>
            <summary className="inline-flex min-h-8 items-center gap-1 rounded font-medium text-ink-soft text-sm hover:text-ink">
              {t("search.filters.more")}
              <Icon name="chevron-down" className="disclosure-arrow size-4 transition-[rotate]" />
            </summary>
            <div className="mt-2 flex flex-wrap items-end gap-3">
              {rare.map(one => (
                <Field key={one.name} t={t} {...one} />
              ))}
            </div>
          </details>
        )}
      </div>
    </details>
  );
}

const label = "grid gap-1 text-ink-soft text-xs max-sm:w-full sm:max-w-52";

function Field(props: FilterField & { t: Translator }) {
  const { t, name, value } = props;
  if (props.kind === "select")
    return (
      <label className={label}>
        {t(props.label)}
        <select key={value} name={name} defaultValue={value} className={`${field} pr-8 pl-3`}>
          {props.choices.map(choice => (
            <option key={choice.value} value={choice.value}>
              {sayLabel(t, choice.label)}
            </option>
          ))}
        </select>
      </label>
    );
  return (
    <label className={label}>
      {t(props.label)}
      <input
        key={value}
        type={props.kind}
        dir={props.kind === "text" ? "auto" : undefined}
        name={name}
        defaultValue={value}
        maxLength={props.kind === "text" ? 100 : undefined}
        className={`${field} px-3`}
      />
    </label>
  );
}
