import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Overview } from "@/components/keyboard/overview";
import { readKeyboardTexts } from "@/lib/messages/keyboard";
import { keymapOf, type OwnShortcuts, shortcutNames } from "@/lib/shortcuts/table";

const texts = await readKeyboardTexts("en");

const htmlOf = (own: OwnShortcuts = {}) =>
  renderToStaticMarkup(
    <Overview
      keymap={keymapOf(own)}
      isOff={own.isOff ?? false}
      hasInbox
      control="Ctrl"
      texts={texts}
      close={() => undefined}
    />,
  );
/** Words as they stand in markup. */
const written = (text: string) => renderToStaticMarkup(<p>{text}</p>).slice(3, -4);
const rowOf = (label: string, keys: string) => {
  const shown = keys
    .split(" ")
    .map(key => `<kbd>${written(key)}</kbd>`)
    .join(`<span class="then"> ${texts.then} </span>`);
  return `<dt>${written(label)}</dt><dd>${shown}</dd>`;
};

it.each(shortcutNames)("the overview has the keys of %s, also where somebody changed them", name => {
  expect(htmlOf()).toContain(rowOf(texts[`do.${name}`], keymapOf({})[name]));
  expect(htmlOf({ keys: { [name]: "y z" } })).toContain(rowOf(texts[`do.${name}`], "y z"));
  expect(htmlOf({ keys: { [name]: "" } })).not.toContain(`<dt>${written(texts[`do.${name}`])}</dt>`);
});

it("the overview of somebody who has switched them off says so, and has what always works alone", () => {
  const html = htmlOf({ isOff: true });
  expect(html).toContain(texts.off);
  for (const name of shortcutNames) expect(html).not.toContain(`<dt>${written(texts[`do.${name}`])}</dt>`);
  expect(html).toContain(rowOf(texts["do.send"], "Ctrl\u00a0Enter"));
});

it("the overview says which keys act on selected rows", () => {
  expect(htmlOf({ keys: { tag: "", snooze: "w" } })).toContain(rowOf(texts["do.selected"], "a/s/r/n/p/w"));
});
