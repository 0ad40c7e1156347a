import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import { usePeek } from "@/components/search/peek";
import { Icon } from "@/components/ui/icon";
import type { KeyboardTexts } from "@/lib/messages/keyboard";
import type { Keymap } from "@/lib/shortcuts/table";
import { Box } from "./box";
import { type Command, type Group, groups, type Surroundings } from "./command";
import { commandsOf, searchesFor } from "./commands";
import { KeysShown } from "./keys-shown";
import { rank } from "./rank";

type Props = Omit<Surroundings, "narrow"> & {
  /** Shows the commands of this group alone. */
  only?: Group;
  /** Null where single keys are switched off. */
  keymap: Keymap | null;
  texts: KeyboardTexts;
  /** What was typed while it was being loaded, and whether that ended with Enter. */
  ahead: { words: string; isEntered: boolean };
  close: () => void;
};

const leastSearched = 2;
const isNumber = (words: string) => /^#?\d+$/.test(words);

/** A combobox as the ARIA Authoring Practices describe it: the field keeps the focus, arrows choose from the list. */
export function Palette({ only: asked, keymap, texts, ahead, close, ...around }: Props) {
  const [only, narrow] = useState(asked);
  const [typed, type] = useState(ahead.words);
  const [chosenId, choose] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const words = typed.trim();
  const all = commandsOf({ ...around, narrow: restart }, texts).filter(one =>
    only ? one.group === only && !one.isAsking : words !== "" || !one.isRare,
  );
  // Enter opens what is chosen, so it must be of these words.
  const found = usePeek(only || words.length < leastSearched ? "" : words, { isExact: true });
  const ranked = rank(all, words);
  const searches = only ? [] : searchesFor(words, found, texts);
  // A number is a request's, also where the name of a team or a view has it.
  const shown = isNumber(words) ? [...searches, ...ranked] : [...ranked, ...searches];
  const place = Math.max(
    0,
    shown.findIndex(({ id }) => id === chosenId),
  );
  const chosen = shown[place];

  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  });

  const runAhead = useEffectEvent(() => {
    if (ahead.isEntered && chosen) run(chosen);
  });
  useEffect(() => runAhead(), []);

  function restart(group: Group) {
    narrow(group);
    type("");
    choose("");
    field.current?.focus();
  }

  function run(command: Command) {
    // It stays open for what asks on.
    if (!command.isAsking) field.current?.closest("dialog")?.close();
    command.run();
  }

  function press(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) choose(shown[(place + step + shown.length) % (shown.length || 1)]?.id ?? "");
    else if (event.key === "Enter" && !event.nativeEvent.isComposing && chosen) run(chosen);
    else return;
    event.preventDefault();
  }

  const option = (command: Command) => (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys.
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus.
    <div
      key={command.id}
      id={`command-${command.id}`}
      role="option"
      aria-selected={command === chosen}
      onClick={() => run(command)}
    >
      <Icon name={command.icon ?? "arrow-right"} />
      <span dir="auto">
        {command.label}
        {command.detail && <small>{command.detail}</small>}
      </span>
      {keymap && command.shortcut && keymap[command.shortcut] && (
        <span aria-hidden="true" className="keys">
          <KeysShown keys={keymap[command.shortcut]} texts={texts} />
        </span>
      )}
    </div>
  );
  const isGrouped = words === "" && !only;
  return (
    <Box className="keyboard-box palette" label={texts.palette} close={close}>
      <div className="palette-field">
        <Icon name="search" />
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-label={only ? texts[`group.${only}`] : texts.jump}
          aria-expanded={shown.length > 0}
          aria-controls="commands"
          aria-autocomplete="list"
          aria-activedescendant={chosen && `command-${chosen.id}`}
          autoComplete="off"
          spellCheck={false}
          placeholder={only ? texts[`group.${only}`] : texts.jump}
          maxLength={200}
          value={typed}
          onChange={({ target }) => {
            type(target.value);
            choose("");
          }}
          onKeyDown={press}
        />
        <form method="dialog">
          <button type="submit" className="button button-quiet button-small">
            {texts.close}
          </button>
        </form>
      </div>
      <div ref={list} id="commands" role="listbox" aria-label={texts.palette}>
        {isGrouped
          ? groups.map(group => {
              const own = shown.filter(one => one.group === group);
              return (
                own.length > 0 && (
                  // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox.
                  <div key={group} role="group" aria-labelledby={`group-${group}`}>
                    <p id={`group-${group}`} role="presentation">
                      {texts[`group.${group}`]}
                    </p>
                    {own.map(option)}
                  </div>
                )
              );
            })
          : shown.map(option)}
      </div>
      <p role="status">{shown.length === 0 && texts.none}</p>
    </Box>
  );
}
