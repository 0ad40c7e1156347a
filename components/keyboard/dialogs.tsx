import type { ComponentProps } from "react";
import { type KeyboardTexts, keyboardTextsOf } from "@/lib/messages/keyboard";
import type { Group } from "./command";
import { Overview } from "./overview";
import { Palette } from "./palette";

export type Shown = { what: "palette"; only?: Group } | { what: "overview" };

type Shared = ComponentProps<typeof Overview> & ComponentProps<typeof Palette>;
type Props = Omit<Shared, "texts" | "keymap" | "only"> &
  Pick<ComponentProps<typeof Overview>, "keymap"> & {
    shown: Shown;
    language: string;
    own?: Partial<KeyboardTexts>;
  };

/** What is loaded once it is asked for. */
export function Dialogs({ shown, language, own, keymap, isOff, hasInbox, control, ...rest }: Props) {
  const texts = keyboardTextsOf(own);
  return shown.what === "overview" ? (
    <Overview {...{ keymap, isOff, hasInbox, control, texts }} close={rest.close} />
  ) : (
    <Palette {...rest} {...{ hasInbox, texts }} only={shown.only} keymap={isOff ? null : keymap} />
  );
}
