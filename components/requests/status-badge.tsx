import type { Status } from "./status-icon";

/** The label is given: a customer and an agent read the same status in different words. */
export const StatusBadge = ({ status, label }: { status: Status; label: string }) => (
  <span className={`status-badge ${status}`}>{label}</span>
);
