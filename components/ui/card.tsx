import clsx from "clsx";
import type { ReactNode } from "react";

type Props = {
  title?: string;
  /** The title's id, for `aria-labelledby` and links. */
  id?: string;
  intro?: ReactNode;
  actions?: ReactNode;
  padded?: boolean;
  className?: string;
  children: ReactNode;
};

export function Card({ title, id, intro, actions, padded = true, className, children }: Props) {
  const headingId = title && id ? `${id}-title` : undefined;
  return (
    <section
      id={id}
      aria-labelledby={headingId}
      className={clsx("rounded-xl border border-line bg-surface shadow-rest", className)}
    >
      {title && (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line border-b px-4 py-3 sm:px-6">
          <div className="min-w-0">
            <h2 id={headingId} className="font-semibold text-base text-ink">
              {title}
            </h2>
            {intro && <p className="mt-0.5 text-ink-soft text-sm">{intro}</p>}
          </div>
          {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
        </div>
      )}
      <div className={padded ? "p-4 sm:p-6" : undefined}>{children}</div>
    </section>
  );
}
