import "server-only";
import { priorityCode } from "../requests/labels";
import { priorityNames } from "../requests/priorities";
import type { Choice } from "./choices";

// What every desk's queue can be filtered by, the choice that filters nothing first.

export const turnChoices: Choice[] = [
  { value: "anyone", label: { code: "queue.turn.anyone" } },
  { value: "desk", label: { code: "queue.turn.desk" } },
  { value: "customer", label: { code: "queue.turn.customer" } },
];
export const assigneeChoices: Choice[] = [
  { value: "anyone", label: { code: "queue.assigned.anyone" } },
  { value: "me", label: { code: "queue.assigned.me" } },
  { value: "nobody", label: { code: "queue.assigned.nobody" } },
];
export const priorityChoices: Choice[] = [
  { value: "", label: { code: "queue.priority.any" } },
  ...priorityNames.map(value => ({ value, label: { code: priorityCode(value) } })),
];
export const snoozedChoices: Choice[] = [
  { value: "no", label: { code: "queue.snoozed.no" } },
  { value: "yes", label: { code: "queue.snoozed.yes" } },
  { value: "any", label: { code: "queue.snoozed.any" } },
];
export const teamChoices: Choice[] = [
  { value: "", label: { code: "queue.team.any" } },
  { value: "mine", label: { code: "queue.team.mine" } },
  { value: "none", label: { code: "queue.team.none" } },
];
export const followerChoices: Choice[] = [
  { value: "anyone", label: { code: "queue.follower.anyone" } },
  { value: "me", label: { code: "queue.follower.me" } },
];
export const linkChoices: Choice[] = [
  { value: "", label: { code: "queue.link.any" } },
  { value: "linked", label: { code: "queue.link.linked" } },
  { value: "duplicate", label: { code: "queue.link.duplicate" } },
  { value: "duplicated", label: { code: "queue.link.duplicated" } },
];
export const resolvedChoices: Choice[] = [
  { value: "", label: { code: "queue.resolved.ever" } },
  { value: "today", label: { code: "queue.resolved.today" } },
  { value: "week", label: { code: "queue.resolved.week" } },
  { value: "month", label: { code: "queue.resolved.month" } },
];
