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
    <section id={id} aria-labelledby={headingId} className={clsx("card", className)}>
      {title && (
        <div className="card-head">
          <div>
            <h2 id={headingId}>{title}</h2>
            {intro && <p>{intro}</p>}
          </div>
          {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
        </div>
      )}
      <div className={padded ? "card-body" : undefined}>{children}</div>
    </section>
  );
}
