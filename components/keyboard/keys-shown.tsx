import { Fragment } from "react";
import type { KeyboardTexts } from "@/lib/messages/keyboard";

/** Keys as they are printed: two in a row are joined by a word. */
export function KeysShown({ keys, texts }: { keys: string; texts: Pick<KeyboardTexts, "then"> }) {
  return keys.split(" ").map((key, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the keys are one text and never change places
    <Fragment key={place}>
      {place > 0 && <span className="then"> {texts.then} </span>}
      <kbd>{key}</kbd>
    </Fragment>
  ));
}
