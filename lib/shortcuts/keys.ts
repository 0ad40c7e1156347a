import { type Keymap, type Shortcut, shortcutNames } from "./table";

/** One key, or two in a row. Letters are small: a capital one would need a modifier. */
export const keysPattern = /^[^\s\p{Lu}\p{C}\p{M}]( [^\s\p{Lu}\p{C}\p{M}])?$/u;

// How long the second key of two may take.
const patienceMs = 1_500;

/** Returns what a key that is pressed at this time does, if it does something yet. */
export function readKeys(keymap: Keymap): (key: string, atMs: number) => Shortcut | null {
  const byKeys = new Map(shortcutNames.map(name => [keymap[name], name]));
  const firsts = new Set(
    [...byKeys.keys()].filter(keys => keys.includes(" ")).map(keys => keys.split(" ")[0]),
  );
  let first = { key: "", atMs: 0 };
  return (key, atMs) => {
    const isSecond = first.key !== "" && atMs - first.atMs <= patienceMs;
    const found = byKeys.get(isSecond ? `${first.key} ${key}` : key) ?? null;
    first = { key: !found && firsts.has(key) ? key : "", atMs };
    return found;
  };
}

/** Each shortcut whose keys are those of an earlier one, or begin or continue them, with that one. */
export function findClashes(keymap: Keymap): [Shortcut, Shortcut][] {
  const used = shortcutNames.filter(name => keymap[name] !== "");
  const clash = (one: string, other: string) =>
    one === other || one.startsWith(`${other} `) || other.startsWith(`${one} `);
  return used.flatMap((name, place) => {
    const earlier = used.slice(0, place).find(other => clash(keymap[name], keymap[other]));
    return earlier ? [[name, earlier] satisfies [Shortcut, Shortcut]] : [];
  });
}
