import type { ComponentProps } from "react";
import type { Group } from "./command";
import { Overview } from "./overview";
import { Palette } from "./palette";

export type Shown = { what: "palette"; only?: Group } | { what: "overview" };

type Shared = ComponentProps<typeof Overview> & ComponentProps<typeof Palette>;
type Props = Omit<Shared, "keymap" | "only"> &
  Pick<ComponentProps<typeof Overview>, "keymap"> & { shown: Shown };

/** What is loaded once it is asked for. */
export function Dialogs({ shown, keymap, isOff, hasInbox, control, texts, ...rest }: Props) {
  return shown.what === "overview" ? (
    <Overview {...{ keymap, isOff, hasInbox, control, texts }} close={rest.close} />
  ) : (
    <Palette {...rest} {...{ hasInbox, texts }} only={shown.only} keymap={isOff ? null : keymap} />
  );
}
