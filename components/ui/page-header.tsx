import Link from "next/link";
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
    <header className="mb-6">
      {way.breadcrumbs && <Way t={way.t} breadcrumbs={way.breadcrumbs} />}
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <div className="min-w-0 max-w-3xl">
          <h1
            dir="auto"
            className="wrap-anywhere font-semibold text-2xl text-ink leading-tight tracking-[-0.02em] sm:text-3xl"
          >
            {title}
          </h1>
          {intro && <p className="mt-2 max-w-prose text-base text-ink-soft">{intro}</p>}
          {meta && (
            <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2 text-ink-soft text-sm">
              {meta}
            </div>
          )}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
    </header>
  );
}

function Way({ t, breadcrumbs }: WayProps) {
  return (
    <nav aria-label={typeof t === "string" ? t : t("shell.breadcrumb")} className="mb-3">
      <ol className="flex flex-wrap items-center gap-1.5 text-ink-soft text-sm">
        {breadcrumbs.map((crumb, index) => (
          <Fragment key={crumb.href}>
            {index > 0 && (
              <li aria-hidden="true">
                <Icon name="chevron-right" className="size-3.5 text-ink-faint" />
              </li>
            )}
            <li>
              <Link
                href={crumb.href}
                className="inline-flex min-h-6 items-center rounded hover:text-ink hover:underline"
              >
                {crumb.label}
              </Link>
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}
