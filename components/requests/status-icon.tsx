import clsx from "clsx";
import type { RequestPage } from "@/lib/requests/customer-view";

export type Status = RequestPage["status"];

export const statusTone: Record<Status, { text: string }> = {
  waiting_for_support: { text: "text-ink-soft" },
  in_progress: { text: "text-info" },
  waiting_for_customer: { text: "text-warn" },
  resolved: { text: "text-good" },
  closed: { text: "text-ink-faint" },
};

/** Its shape is drawn by status.css, in the colour of the text around it. */
export const StatusIcon = ({ status, className }: { status: Status; className?: string }) => (
  <span aria-hidden="true" className={clsx("status-icon", status, className)} />
);
