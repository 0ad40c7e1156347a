import { Fragment, type ReactNode } from "react";
import type { Translator } from "@/lib/messages/translate";
import { Icon } from "./icon";

type WayProps = {
  /** What the way is called: said by the translator, or said already. */
  t: Translator | string;
  breadcrumbs: { href: string; label: string }[];
};

type Props = (WayProps | { t?: undefined; breadcrumbs?: undefined }) & {
  title: string;
  intro?: ReactNode;
  actions?: ReactNode;
  meta?: ReactNode;
};

export function PageHeader({ title, intro, actions, meta, ...way }: Props) {
  return (
    <header className="page-header">
      {way.breadcrumbs && <Way t={way.t} breadcrumbs={way.breadcrumbs} />}
      <div>
        <div>
          <h1 dir="auto">{title}</h1>
          {intro && <p>{intro}</p>}
          {meta && <div className="page-meta">{meta}</div>}
        </div>
        {actions && <div>{actions}</div>}
      </div>
    </header>
  );
}

function Way({ t, breadcrumbs }: WayProps) {
  return (
    <nav aria-label={typeof t === "string" ? t : t("shell.breadcrumb")} className="way">
      <ol>
        {breadcrumbs.map((crumb, index) => (
          <Fragment key={crumb.href}>
            {index > 0 && (
              <li aria-hidden="true">
                <Icon name="chevron-right" className="size-3.5 text-ink-faint" />
              </li>
            )}
            <li>
              <a href={crumb.href}>{crumb.label}</a>
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}
