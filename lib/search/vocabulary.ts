import "server-only";
import { isPseudo } from "../messages/pseudo";
import type { MessageCode, Translator } from "../messages/translate";
import { sayChoice } from "./choice-words";
import type { Vocabulary } from "./operators";
import { type QueueNames, queueFieldsOf } from "./queue-choices";

/** What agents can type as filters, in the words that they read. */
export function vocabularyOf(t: Translator, names: QueueNames): Vocabulary {
  const isEnglish = t.language.startsWith("en") || isPseudo(t.language);
  return {
    fields: queueFieldsOf(names),
    labelOf: choice => sayChoice(t, choice),
    wordOf: name => (isEnglish || !isFilter(name) ? name : t(filterWords[name])),
    oneself: t("search.words.me").split(/,\s*/),
    prefersLabels: !isEnglish,
  };
}

const filterWords = {
  status: "search.filter.status",
  snoozed: "search.filter.snoozed",
  assignee: "search.filter.assignee",
  team: "search.filter.team",
  type: "search.filter.type",
  priority: "search.filter.priority",
  tag: "search.filter.tag",
  turn: "search.filter.turn",
  follower: "search.filter.follower",
  resolved: "search.filter.resolved",
  is: "search.filter.is",
  linked: "search.filter.linked",
  from: "search.filter.from",
  org: "search.filter.org",
  after: "search.filter.after",
  before: "search.filter.before",
  "active-after": "search.filter.active_after",
  "active-before": "search.filter.active_before",
} as const satisfies Record<string, MessageCode>;

const isFilter = (name: string): name is keyof typeof filterWords => Object.hasOwn(filterWords, name);
