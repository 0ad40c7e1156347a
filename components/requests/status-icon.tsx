import type { RequestPage } from "@/lib/requests/customer-view";

export type Status = RequestPage["status"];

/** Its shape and colour are drawn by status.css. */
export const StatusIcon = ({ status }: { status: Status }) => (
  <span aria-hidden="true" className={`status-icon ${status}`} />
);
