import "server-only";
import type { ListedTag, TagChoice } from "../tags/read";
import {
  anyType,
  type Choice,
  choiceIn,
  type FilterField,
  type ListChoices,
  type OfferedField,
  offeredOf,
  orderChoices,
  orderField,
  phases,
  shape,
  usualOrder,
  ways,
} from "./choices";
import {
  assigneeChoices,
  followerChoices,
  linkChoices,
  priorityChoices,
  resolvedChoices,
  snoozedChoices,
  teamChoices,
  turnChoices,
} from "./desk-choices";
import { deskList } from "./desk-list";
import type { QueueChoice } from "./queue";
import { negatedIn, type View } from "./view";

const deskStatuses = phases("agent", "done");
const deskWays: typeof ways = {
  ...ways,
  status: { asc: "search.order.customers", desc: "search.order.over" },
};
const deskOrders = orderChoices(deskList, deskWays);

export type QueueNames = {
  types: QueueChoice[];
  agents: QueueChoice[];
  teams: (QueueChoice & { isArchived: boolean })[];
  organisations: QueueChoice[];
  tags: ListedTag[];
};

const anyTag: Choice = { value: "", label: { code: "queue.tags.any" } };
const anyOrganisation: Choice = { value: "", label: { code: "queue.organisation.any" } };
/** Of more than these a text field takes the name. */
const maxListed = 100;

/** What the queue can be filtered by; the first choice of each filters nothing, but for the status. */
export function queueFieldsOf({ types, agents, teams, organisations, tags }: QueueNames): OfferedField[] {
  const rare = { isRare: true } as const;
  return [
    { kind: "select", name: "status", label: "search.status", choices: deskStatuses },
    { kind: "select", name: "assigned", label: "queue.assigned", choices: [...assigneeChoices, ...agents] },
    {
      ...{ kind: "select", name: "team", label: "queue.team" },
      choices: [...teamChoices, ...teams.map(choiceOfTeam)],
    },
    { kind: "select", name: "type", label: "search.type", choices: [anyType, ...types], ...rare },
    { kind: "select", name: "priority", label: "queue.priority", choices: priorityChoices },
    {
      ...{ kind: "select", name: "tag", label: "queue.tags" },
      choices: [anyTag, ...tags.map(({ slug, name }) => ({ value: slug, label: name }))],
    },
    { kind: "select", name: "turn", label: "queue.turn", choices: turnChoices, ...rare },
    { kind: "select", name: "follower", label: "queue.follower", choices: followerChoices, ...rare },
    { kind: "select", name: "snoozed", label: "queue.snoozed", choices: snoozedChoices, ...rare },
    { kind: "select", name: "resolved", label: "queue.resolved", choices: resolvedChoices, ...rare },
    { kind: "select", name: "link", label: "queue.link", choices: linkChoices, ...rare },
    { kind: "text", name: "linked", label: "queue.linked", isReference: true, ...rare },
    { kind: "text", name: "customer", label: "queue.customer", ...rare },
    {
      ...{ kind: "select", name: "organisation", label: "queue.organisation", isNamed: true, ...rare },
      choices: [anyOrganisation, ...organisations],
    },
    { kind: "date", name: "raised-from", label: "queue.raised_from", ...rare },
    { kind: "date", name: "raised-until", label: "queue.raised_until", ...rare },
    { kind: "date", name: "active-from", label: "queue.active_from", ...rare },
    { kind: "date", name: "active-until", label: "queue.active_until", ...rare },
  ];
}

export function queueChoicesOf(view: View, names: QueueNames): ListChoices {
  const fields = queueFieldsOf(names)
    .map(field => ({ ...field, value: choiceIn(deskList, view, field.name) }))
    .flatMap(field => listedOf(withSeveral(field)) ?? []);
  const set = view.filters.filter(
    ({ field, value }) => field !== "phase" && !(field === "snoozed" && value === "no"),
  ).length;
  const order = orderField(view, [usualOrder, ...offeredOf(deskOrders, deskList, view)]);
  const activeRare = fields.filter(
    ({ name, value, isRare }) => isRare && value !== usualIn(view, name),
  ).length;
  return { ...shape(deskList, view, [...fields, order], set + Number(view.order !== null)), activeRare };
}

const usualIn = ({ words }: View, name: string) =>
  deskList.parameters.find(one => one.name === name)?.usual(words) ?? "";

/** A select has one choice; several that were typed are one more. */
function withSeveral(field: FilterField): FilterField {
  if (field.kind !== "select" || field.choices.some(({ value }) => value === field.value)) return field;
  const labels = field.value
    .split(".")
    .flatMap(one => field.choices.find(({ value }) => value === one)?.label ?? []);
  const [last, ...others] = labels.toReversed();
  if (last === undefined || others.length === 0) return field;
  const label = others.reduce((rest, first) => ({ code: "queue.either", params: { first, rest } }), last);
  return { ...field, choices: [...field.choices, { value: field.value, label }] };
}

/** Tags have boxes of their own. Null where a desk has none to choose from. */
function listedOf(field: FilterField): FilterField | null {
  if (field.name === "tag") return null;
  if (field.kind !== "select") return field;
  if (field.name === "team" && field.choices.length === teamChoices.length && field.value === "") return null;
  if (!field.isNamed) return field;
  const { choices, value, kind: _, ...named } = field;
  if (choices.length === 1) return null;
  if (choices.length <= 1 + maxListed) return field;
  const label = value && choices.find(choice => choice.value === value)?.label;
  return { ...named, kind: "text", value: typeof label === "string" ? label : value };
}

const choiceOfTeam = ({ value, label: name, isArchived }: QueueNames["teams"][number]): Choice => ({
  value,
  label: isArchived ? { code: "queue.team.archived", params: { name } } : name,
});

/** How an address keeps tags back. */
const tagPrefix = "tag:";
export const isOfTag = (negated: string): boolean => negated.startsWith(tagPrefix);

/** `prefix`: of a slug where it is kept back. */
export type TagChoices = { with: string[]; without: string[]; prefix: string; tags: TagChoice[] };

/** What the queue can be filtered by: tags in use, and archived ones that it is filtered by. */
export function tagChoicesOf(view: View, tags: ListedTag[]): TagChoices {
  const slugsIn = (choice: string) => choice.split(".").filter(Boolean);
  const any = slugsIn(choiceIn(deskList, view, "tag"));
  const none = negatedIn(deskList, view)
    .filter(isOfTag)
    .flatMap(text => slugsIn(text.slice(tagPrefix.length)));
  const offered = tags.filter(({ slug, isArchived }) => !isArchived || [...any, ...none].includes(slug));
  return { with: any, without: none, prefix: tagPrefix, tags: offered };
}
