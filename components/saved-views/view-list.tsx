import type { ReactNode } from "react";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import type { FormAction } from "@/lib/form/form-state";
import type { Translator } from "@/lib/messages/translate";
import { viewLimits } from "@/lib/saved-views/input";
import { savedViewPath } from "@/lib/saved-views/paths";
import type { ListedView } from "@/lib/saved-views/read";

export type ViewActions = Record<"rename" | "archive" | "restore" | "remove" | "shift", FormAction>;
/** `says`: what it filters by. */
type Told = ListedView & { says: string };
type Props = { t: Translator; shown: Told[]; archived: Told[]; actions: ViewActions };

const about = (words: ReactNode) => <span className="sr-only">{words}</span>;

export function ViewList({ t, shown, archived, actions }: Props) {
  return (
    <div className="grid gap-6">
      {shown.length > 0 && (
        <Card title={t("views.list")} id="in-use">
          <ul className="named-rows">
            {shown.map((view, index) => (
              <li key={view.id} className="saved-view">
                <Words view={view} href={savedViewPath(view.slug)} />
                <div>
                  {index > 0 && <Shift t={t} to="earlier" view={view} action={actions.shift} />}
                  {index < shown.length - 1 && <Shift t={t} to="later" view={view} action={actions.shift} />}
                  <Press t={t} code="views.archive" view={view} action={actions.archive} />
                </div>
                <Rename t={t} view={view} action={actions.rename} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      {archived.length > 0 && (
        <Card title={t("views.archived")} id="archived" intro={t("views.archived.intro")}>
          <ul className="named-rows">
            {archived.map(view => (
              <li key={view.id} className="saved-view">
                <Words view={view} />
                <div>
                  <Press t={t} code="views.restore" view={view} action={actions.restore} />
                  <Press t={t} code="views.delete" view={view} action={actions.remove} />
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}

function Words({ view: { name, says }, href }: { view: Told; href?: string }) {
  return (
    <p>
      {href ? (
        <a href={href} dir="auto">
          {name}
        </a>
      ) : (
        <b dir="auto" className="font-medium text-ink">
          {name}
        </b>
      )}
      <span dir="auto">{says}</span>
    </p>
  );
}

type ButtonProps = { t: Translator; view: Told; action: FormAction };

function Press({
  t,
  code,
  view,
  action,
}: ButtonProps & { code: `views.${"archive" | "restore" | "delete"}` }) {
  return (
    <Form action={action} id={`${code.slice(6)}-${view.slug}`} labels={{}} hidden={{ view: view.id }}>
      <SubmitButton variant="quiet" size="small" working={t("views.saving")}>
        {t.rich(code, { name: view.name, about })}
      </SubmitButton>
    </Form>
  );
}

function Rename({ t, view, action }: ButtonProps) {
  const label = t("views.name");
  return (
    <details className="basis-full">
      <summary className="inline-flex min-h-8 items-center rounded text-ink-soft text-sm hover:text-ink">
        {t.rich("views.rename", { name: view.name, about })}
      </summary>
      <Form
        action={action}
        id={`rename-${view.slug}`}
        labels={{ name: label }}
        hidden={{ view: view.id }}
        className="mt-2 grid max-w-md gap-3"
      >
        <TextField
          name="name"
          label={label}
          need="required"
          maxLength={viewLimits.name}
          defaultValue={view.name}
        />
        <div>
          <SubmitButton size="small" working={t("views.saving")}>
            {t("views.rename.submit")}
          </SubmitButton>
        </div>
      </Form>
    </details>
  );
}

function Shift({ t, to, view, action }: ButtonProps & { to: "earlier" | "later" }) {
  const label = t(to === "earlier" ? "views.earlier" : "views.later", { name: view.name });
  return (
    <Form action={action} id={`${to}-${view.slug}`} labels={{}} hidden={{ view: view.id, to }}>
      <SubmitButton variant="quiet" size="small" working="…" aria-label={label} title={label}>
        <Icon name={to === "earlier" ? "arrow-up" : "arrow-down"} />
      </SubmitButton>
    </Form>
  );
}
