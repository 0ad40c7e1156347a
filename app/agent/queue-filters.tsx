import { buttonClass } from "@/components/ui/button-class";

type Props = {
  filter: { status: string; assigned: string };
  statuses: { value: string; label: string }[];
};

const assignees = [
  { value: "anyone", label: "Anyone" },
  { value: "me", label: "Assigned to me" },
  { value: "nobody", label: "Unassigned" },
];

const select =
  "min-h-9 rounded-lg border border-line-strong bg-surface py-1 pr-8 pl-3 text-ink text-sm hover:border-ink-soft";

/** A plain form, so that each filter has its own address. */
export function QueueFilters({ filter, statuses }: Props) {
  return (
    <form action="/agent" className="flex flex-wrap items-end gap-3">
      <label className="grid gap-1 text-ink-soft text-xs">
        Status
        <select key={filter.status} name="status" defaultValue={filter.status} className={select}>
          {statuses.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label className="grid gap-1 text-ink-soft text-xs">
        Assigned
        <select key={filter.assigned} name="assigned" defaultValue={filter.assigned} className={select}>
          {assignees.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className={buttonClass("secondary", "small")}>
        Apply
      </button>
    </form>
  );
}
