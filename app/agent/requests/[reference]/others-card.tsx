import { StatusBadge } from "@/components/requests/status-badge";
import type { Status } from "@/components/requests/status-icon";
import { Card } from "@/components/ui/card";
import { requestPath } from "@/lib/requests/view";

export type ToldOthers = {
  title: string;
  count: string;
  rows: [reference: string, summary: string, status: Status, label: string][];
  all: { label: string; href: string };
};

/** What else this customer has raised, what is open first. */
export function OthersCard({ told: { title, count, rows, all } }: { told: ToldOthers }) {
  return (
    <Card title={title} id="others">
      <p className="mb-3 text-ink-soft text-sm">{count}</p>
      <ul className="other-requests">
        {rows.map(([reference, summary, status, label]) => (
          <li key={reference}>
            <a href={requestPath(reference, "agent")} dir="auto">
              {summary}
            </a>
            <p>
              <span className="tabular-nums">{reference}</span>
              <StatusBadge status={status} label={label} />
            </p>
          </li>
        ))}
      </ul>
      <a href={all.href} className="link mt-4 inline-flex min-h-6 items-center text-sm">
        {all.label}
      </a>
    </Card>
  );
}
