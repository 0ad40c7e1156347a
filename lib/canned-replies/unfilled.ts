import "server-only";
import { refuse } from "../refusal";
import { placeholdersIn, placeholderText } from "./placeholders";

/**
 * Nothing is sent with a placeholder in it before its writer was told.
 * @param unfilled how many they were told of
 * @throws Refusal conflict; sent once more, it goes out as it is
 */
export function confirmUnfilled(body = "", unfilled = 0): void {
  const names = placeholdersIn(body);
  if (names.length > unfilled)
    throw refuse(
      "message.unfilled",
      { names: names.map(placeholderText).join(", ") },
      { field: "body", corrections: { unfilled: names.length } },
    );
}
