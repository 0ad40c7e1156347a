import type { Priority } from "@/lib/requests/priorities";

/** Its shape is drawn by priority.css: by the words alone it would be easy to miss, and by the shape hard to read. */
export const PriorityMark = ({ priority, label }: { priority: Priority; label: string }) => (
  <span className={`priority-mark ${priority}`}>{label}</span>
);
