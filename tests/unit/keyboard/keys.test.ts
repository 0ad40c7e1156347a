import fc from "fast-check";
import { expect, it } from "vitest";
import { characterOf, isPaletteKey } from "@/components/keyboard/pressed";
import { rank } from "@/components/keyboard/rank";
import { findClashes, keysPattern, readKeys } from "@/lib/shortcuts/keys";
import { keymapOf, shortcutNames } from "@/lib/shortcuts/table";

const keymap = keymapOf({});

const type = (keys: string, gapMs = 100, own = keymap) => {
  const read = readKeys(own);
  return keys.split(" ").map((key, place) => read(key, place * gapMs));
};

it("the desk's own shortcuts fit their pattern and each other", () => {
  expect(Object.values(keymap).filter(keys => !keysPattern.test(keys))).toEqual([]);
  expect(findClashes(keymap)).toEqual([]);
});

it.each([
  ["j", ["next"]],
  ["g q", [null, "queue"]],
  ["g g h", [null, null, "home"]],
  ["g j", [null, null]],
  ["g j j", [null, null, "next"]],
  ["x", ["select"]],
  ["* a", [null, "select_all"]],
  ["0", [null]],
])("%s does %j", (keys, done) => expect(type(keys)).toEqual(done));

it("two keys that are far apart are two keys", () => {
  expect(type("g m", 5_000)).toEqual([null, null]);
  expect(type("g r", 5_000)).toEqual([null, "reply"]);
});

it("a shortcut without keys is never done", () => {
  const own = keymapOf({ keys: { next: "" } });
  expect(type("j", 100, own)).toEqual([null]);
});

it("every shortcut can be done unless another is in its way", () => {
  const key = fc.constantFrom("a", "b", "g", "?", "]");
  const keys = fc.oneof(
    key,
    fc.tuple(key, key).map(two => two.join(" ")),
  );
  fc.assert(
    fc.property(fc.record({ next: keys, reply: keys, queue: keys }), own => {
      const none = Object.fromEntries(shortcutNames.map(name => [name, ""]));
      const mine = keymapOf({ keys: { ...none, ...own } });
      fc.pre(findClashes(mine).length === 0);
      for (const [name, typed] of Object.entries(own)) expect(type(typed, 100, mine).at(-1)).toBe(name);
    }),
  );
});

it.each(["j", "?", "ß", "g q", "1", "🙂"])("%s can be a shortcut", keys => expect(keys).toMatch(keysPattern));
it.each(["", " ", "J", "jk", "g q x", "g  q", "\u0301", "\u200b"])("%j cannot", keys =>
  expect(keys).not.toMatch(keysPattern),
);

it("says which shortcut another is in the way of", () => {
  expect(findClashes(keymapOf({ keys: { note: "r" } }))).toEqual([["note", "reply"]]);
  expect(findClashes(keymapOf({ keys: { note: "g" } })).map(([, other]) => other)).toEqual(["queue"]);
});

type Pressed = { key: string } & Partial<
  Record<"ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "altGr", boolean>
>;

const pressed = ({ altGr = false, ...keys }: Pressed) => ({
  ...{ ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
  ...keys,
  getModifierState: (name: string) => name === "AltGraph" && altGr,
});

it.each<[Pressed, string | null]>([
  [{ key: "j" }, "j"],
  [{ key: "J" }, "j"],
  [{ key: "J", shiftKey: true }, null],
  [{ key: "?", shiftKey: true }, "?"],
  [{ key: "]", ctrlKey: true, altKey: true, altGr: true }, "]"],
  [{ key: "c", ctrlKey: true, altKey: true, altGr: true }, null],
  [{ key: "j", ctrlKey: true }, null],
  [{ key: "j", metaKey: true }, null],
  [{ key: "j", altKey: true }, null],
  [{ key: "j", ctrlKey: true, altKey: true }, null],
  [{ key: " " }, null],
  [{ key: "Enter" }, null],
  [{ key: "Dead" }, null],
])("%j types %j", (event, character) => expect(characterOf(pressed(event))).toBe(character));

it.each<[Pressed, boolean, boolean]>([
  [{ key: "k", ctrlKey: true }, true, false],
  [{ key: "k", metaKey: true }, false, true],
  [{ key: "k", ctrlKey: true, shiftKey: true }, false, false],
  [{ key: "k", ctrlKey: true, altKey: true }, false, false],
  [{ key: "k" }, false, false],
])("%j opens the palette: elsewhere %j, on a Mac %j", (event, elsewhere, mac) => {
  expect(isPaletteKey(pressed(event), false)).toBe(elsewhere);
  expect(isPaletteKey(pressed(event), true)).toBe(mac);
});

it("finds commands by the beginnings of their words, the closest first, whatever the accents", () => {
  const all = ["Assign to Zoë Müller", "Public reply", "Reply later", "Copy reference"].map(label => ({
    label,
  }));
  const labels = (words: string) => rank(all, words).map(({ label }) => label);
  expect(labels("")).toEqual(all.map(({ label }) => label));
  expect(labels("reply")).toEqual(["Reply later", "Public reply"]);
  expect(labels("ZOE ass")).toEqual(["Assign to Zoë Müller"]);
  expect(labels("eply")).toEqual(["Public reply", "Reply later"]);
  expect(labels("zebra")).toEqual([]);
});
