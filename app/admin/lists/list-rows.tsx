import type { ReactNode } from "react";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Icon } from "@/components/ui/icon";
import type { ListedList } from "@/lib/choice-lists/read";
import type { Translator } from "@/lib/messages/translate";
import { archive, shift } from "./actions";

const about = (words: ReactNode) => <span className="sr-only">{words}</span>;
const mostNamed = 3;

/** Those in use in their order, which can be changed, or those that are archived. */
export function ListRows({ t, lists }: { t: Translator; lists: ListedList[] }) {
  return (
    <ul className="named-rows">
      {lists.map((list, index) => (
        <li key={list.slug}>
          <p>
            <a href={`/admin/lists/${list.slug}`} dir="auto">
              {list.name}
            </a>
            <span dir="auto">
              {t("choice_lists.offered", { count: list.offered })}
              {" · "}
              {usesOf(t, list)}
            </span>
          </p>
          <div>
            {!list.isArchived && index > 0 && <Shift t={t} to="earlier" list={list} />}
            {!list.isArchived && index < lists.length - 1 && <Shift t={t} to="later" list={list} />}
            <Form
              action={archive}
              id={`archive-${list.slug}`}
              labels={{}}
              hidden={{ slug: list.slug, isArchived: list.isArchived ? "no" : "yes" }}
            >
              <SubmitButton variant="quiet" size="small" working={t("choice_lists.saving")}>
                {t.rich(list.isArchived ? "choice_lists.restore" : "choice_lists.archive", {
                  ...{ name: list.name, about },
                })}
              </SubmitButton>
            </Form>
          </div>
        </li>
      ))}
    </ul>
  );
}

function usesOf(t: Translator, { uses }: ListedList): string {
  if (uses.length === 0) return t("choice_lists.uses.none");
  const names = uses.slice(0, mostNamed).map(({ name }) => name);
  return t("choice_lists.uses", { forms: [...names, ...(uses.length > mostNamed ? ["…"] : [])].join(", ") });
}

function Shift({
  t,
  to,
  list: { slug, name },
}: {
  t: Translator;
  to: "earlier" | "later";
  list: ListedList;
}) {
  const label = t(to === "earlier" ? "choice_lists.earlier" : "choice_lists.later", { name });
  return (
    <Form action={shift} id={`${to}-${slug}`} labels={{}} hidden={{ slug, to }}>
      <SubmitButton variant="quiet" size="small" working="…" aria-label={label} title={label}>
        <Icon name={to === "earlier" ? "arrow-up" : "arrow-down"} />
      </SubmitButton>
    </Form>
  );
}
