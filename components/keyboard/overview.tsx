import type { KeyboardTexts } from "@/lib/messages/keyboard";
import { type Keymap, places, type Shortcut, shortcutsOf } from "@/lib/shortcuts/table";
import { Box } from "./box";
import { KeysShown } from "./keys-shown";
import { isLetter } from "./pressed";

type Props = {
  keymap: Keymap;
  isOff: boolean;
  hasInbox: boolean;
  /** What Ctrl is called. */
  control: string;
  texts: KeyboardTexts;
  close: () => void;
};

/** What the bar of selected rows offers. */
const onSelected = ["assign", "move", "reply", "note", "priority", "tag", "snooze"] as const;

/** Keys that follow from others, or are nobody's to change. */
const walking = ({ next, previous, ...keymap }: Keymap, texts: KeyboardTexts) =>
  [
    [texts["do.rows"], "↑↓"],
    ...(isLetter(next) && isLetter(previous) ? [[texts["do.extend"], `⇧${next}/${previous}`] as const] : []),
    [texts["do.clear"], "Esc"],
    [texts["do.selected"], onSelected.flatMap(name => keymap[name] || []).join("/")],
  ] as const;

export function Overview({ keymap, isOff, hasInbox, control, texts, close }: Props) {
  const isTrue = (name: Shortcut) => keymap[name] !== "" && (name !== "inbox" || hasInbox);
  const own = places.map(place => ({
    title: texts[place],
    rows: [
      ...shortcutsOf(place)
        .filter(isTrue)
        .map(name => [texts[`do.${name}`], keymap[name]] as const),
      ...(place === "list" ? walking(keymap, texts) : []),
    ],
  }));
  const always = {
    title: texts.always,
    rows: [
      [texts.jump, `${control}\u00a0K`],
      [texts["do.send"], `${control}\u00a0Enter`],
      [texts["do.canned"], "/"],
      [texts["do.mention"], "@"],
      [texts["do.leave"], "Esc"],
    ] as const,
  };
  return (
    <Box className="keyboard-box overview" labelledBy="overview-title" close={close}>
      <div>
        <h2 id="overview-title">{texts.title}</h2>
        <form method="dialog">
          <button type="submit" className="button button-quiet button-small">
            {texts.close}
          </button>
        </form>
      </div>
      {isOff && <p>{texts.off}</p>}
      <div className="overview-parts">
        {[...(isOff ? [] : own), always].map(({ title, rows }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {rows.map(([label, keys]) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>
                    <KeysShown keys={keys} texts={texts} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p>
        <a href="/settings/keyboard">{texts.change}</a>
      </p>
    </Box>
  );
}
