import clsx from "clsx";
import { type Status, StatusIcon, statusTone } from "./status-icon";

/** The label is given: a customer and an agent read the same status in different words. */
export function StatusBadge({ status, label }: { status: Status; label: string }) {
  return (
    <span
      className={clsx(
        "inline-flex items-center gap-1.5 whitespace-nowrap rounded-full border py-0.5 pr-2.5 pl-1.5 font-medium text-xs leading-4.5",
        statusTone[status].pill,
      )}
    >
      <StatusIcon status={status} />
      {label}
    </span>
  );
}
