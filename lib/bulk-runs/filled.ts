import "server-only";
import {
  fillPlaceholders,
  isPlaceholder,
  missingIn,
  placeholdersIn,
  placeholderText,
} from "../canned-replies/placeholders";
import { valuesFor } from "../canned-replies/values";
import { type Act, byPerson } from "../events/act";
import { notFound, refuse } from "../refusal";
import { limits } from "../requests/input";
import { visibleTo } from "../requests/policy";
import { numberOf } from "../requests/reference";

type Input = { body?: string };

/**
 * What an action is given, with the placeholders of this request filled in; braces around anything else stay as they are.
 * @param deskUrl where links in the words lead
 * @throws Refusal not_found, invalid (a placeholder has no value here, or the text is too long with them)
 */
export async function fillWords(
  act: Act,
  { reference, deskUrl }: { reference: string; deskUrl: string },
  input: Input,
): Promise<Input> {
  const { body } = input;
  if (body === undefined || !placeholdersIn(body).some(isPlaceholder)) return input;
  const { actor, tx, settings } = byPerson(act);
  const found = await tx.serviceRequest.findFirst({
    where: { AND: [{ number: numberOf(reference) ?? 0 }, visibleTo(actor)] },
    select: { number: true, summary: true, requester: { select: { name: true } } },
  });
  if (!found) throw notFound();
  const { requester, ...about } = found;
  const values = valuesFor({ ...about, customer: requester.name }, actor, { deskUrl, settings });
  const missing = missingIn(body, values).filter(isPlaceholder);
  if (missing.length > 0) throw refuse("bulk.unfilled", { names: missing.map(placeholderText).join(", ") });
  const filled = fillPlaceholders(body, values);
  if (filled.length > limits.comment) throw refuse("bulk.filled_too_long", { max: limits.comment });
  return { ...input, body: filled };
}
