/** What single keys do on agents' pages: `place` is where there is something to do it to. */
export const shortcuts = {
  overview: { place: "anywhere", keys: "?" },
  search: { place: "anywhere", keys: "/" },
  queue: { place: "anywhere", keys: "g q" },
  inbox: { place: "anywhere", keys: "g m" },
  home: { place: "anywhere", keys: "g h" },
  next: { place: "list", keys: "j" },
  previous: { place: "list", keys: "k" },
  open: { place: "list", keys: "o" },
  reply: { place: "request", keys: "r" },
  note: { place: "request", keys: "n" },
  claim: { place: "request", keys: "c" },
  assign: { place: "request", keys: "a" },
  move: { place: "request", keys: "s" },
  next_request: { place: "request", keys: "]" },
  previous_request: { place: "request", keys: "[" },
  back: { place: "request", keys: "u" },
} as const satisfies Record<string, { place: string; keys: string }>;

export type Shortcut = keyof typeof shortcuts;
export type Keymap = Record<Shortcut, string>;

export const shortcutNames = Object.keys(shortcuts) as Shortcut[];
export const places = ["anywhere", "list", "request"] as const;

export const shortcutsOf = (place: (typeof places)[number]): Shortcut[] =>
  shortcutNames.filter(name => shortcuts[name].place === place);

/** What a person has set otherwise. No keys: there is no shortcut for it. */
export type OwnShortcuts = { isOff?: true; keys?: Partial<Keymap> };

export const keymapOf = ({ keys }: OwnShortcuts): Keymap =>
  Object.fromEntries(shortcutNames.map(name => [name, keys?.[name] ?? shortcuts[name].keys])) as Keymap;
