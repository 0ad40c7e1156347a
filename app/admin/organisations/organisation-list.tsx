import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Icon } from "@/components/ui/icon";
import type { Translator } from "@/lib/messages/translate";
import type { ListedOrganisation } from "@/lib/organisations/read";
import { shift } from "./actions";

type Props = {
  t: Translator;
  rows: ListedOrganisation[];
  /** Of this page: the cursor it begins behind, and whether others follow. */
  after: string | undefined;
  hasMore: boolean;
  canBeMoved: boolean;
};

/** In their order, in which they are offered, and which can be changed. */
export function OrganisationList({ t, rows, after, hasMore, canBeMoved }: Props) {
  return (
    <ul className="named-rows">
      {rows.map((row, index) => {
        const { slug, name, isArchived, domains, members, managers } = row;
        return (
          <li key={slug}>
            <p>
              <a href={`/admin/organisations/${slug}`} dir="auto">
                {name}
              </a>
              <span dir="auto">
                {isArchived && `${t("organisations.archived")} · `}
                {t("organisations.counts", { members, managers })}
                {domains.length > 0 && ` · ${domains.join(", ")}`}
              </span>
            </p>
            {canBeMoved && (
              <div>
                {(index > 0 || after !== undefined) && <Shift {...{ t, row, after }} to="earlier" />}
                {(index < rows.length - 1 || hasMore) && <Shift {...{ t, row, after }} to="later" />}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

type ShiftProps = {
  t: Translator;
  to: "earlier" | "later";
  row: ListedOrganisation;
  after: string | undefined;
};

function Shift({ t, to, row: { slug, name }, after }: ShiftProps) {
  const label = t(to === "earlier" ? "organisations.earlier" : "organisations.later", { name });
  return (
    <Form action={shift} id={`${to}-${slug}`} labels={{}} hidden={{ slug, to, ...(after && { after }) }}>
      <SubmitButton variant="quiet" size="small" working="…" aria-label={label} title={label}>
        <Icon name={to === "earlier" ? "arrow-up" : "arrow-down"} />
      </SubmitButton>
    </Form>
  );
}
