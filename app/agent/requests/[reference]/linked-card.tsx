import { unlink } from "@/app/(portal)/requests/[reference]/actions";
import { FormBody } from "@/components/form/form-body";
import { StatusBadge } from "@/components/requests/status-badge";
import type { Status } from "@/components/requests/status-icon";
import { buttonClass } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import type { RequestInView } from "@/lib/requests/view";

export const unlinkButtonId = (reference: string) => `unlink-${reference}`;

export type ToldLinked = {
  title: string;
  rows: {
    reference: string;
    how: string;
    summary: string;
    status: Status;
    label: string;
    href: string;
    remove: string;
  }[];
  /** Where not all are shown: what is, and where all are. */
  more?: { shown: string; all: string; href: string };
};

/** The requests that this one is linked with, each to be removed. */
export function LinkedCard({ on, told: { title, rows, more } }: { on: RequestInView; told: ToldLinked }) {
  return (
    <Card title={title} id="linked">
      <FormBody action={unlink} id="unlink" labels={{}} hidden={on} aria-label={title}>
        <ul className="other-requests">
          {rows.map(({ reference, how, summary, status, label, href, remove }) => (
            <li key={reference}>
              <p>{how}</p>
              <a href={href} dir="auto">
                {summary}
              </a>
              <p>
                <span className="tabular-nums">{reference}</span>
                <StatusBadge status={status} label={label} />
                <button
                  type="submit"
                  id={unlinkButtonId(reference)}
                  name="other"
                  value={reference}
                  aria-label={remove}
                  title={remove}
                  className={`${buttonClass("quiet", "small")} ms-auto`}
                >
                  <span aria-hidden="true">×</span>
                </button>
              </p>
            </li>
          ))}
        </ul>
      </FormBody>
      {more && (
        <div className="follow-links">
          <p>{more.shown}</p>
          <a href={more.href}>{more.all}</a>
        </div>
      )}
    </Card>
  );
}
