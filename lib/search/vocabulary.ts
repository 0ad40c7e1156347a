import "server-only";
import type { Translator } from "../messages/translate";
import { sayChoice } from "./choice-words";
import type { Vocabulary } from "./operators";
import { type QueueNames, queueFieldsOf } from "./queue-choices";

/** What agents can type as filters, in the words that they read. */
export const vocabularyOf = (t: Translator, names: QueueNames): Vocabulary => ({
  fields: queueFieldsOf(names),
  labelOf: choice => sayChoice(t, choice),
});
