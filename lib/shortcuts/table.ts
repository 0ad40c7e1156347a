/** What single keys do on agents' pages: `place` is where there is something to do it to. */
export const shortcuts = {
  overview: { place: "anywhere", keys: "?" },
  search: { place: "anywhere", keys: "/" },
  queue: { place: "anywhere", keys: "g q" },
  inbox: { place: "anywhere", keys: "g m" },
  home: { place: "anywhere", keys: "g h" },
  new_request: { place: "anywhere", keys: "g c" },
  undo_reply: { place: "anywhere", keys: "z" },
  next: { place: "list", keys: "j" },
  previous: { place: "list", keys: "k" },
  open: { place: "list", keys: "o" },
  select: { place: "list", keys: "x" },
  select_all: { place: "list", keys: "* a" },
  reply: { place: "request", keys: "r" },
  note: { place: "request", keys: "n" },
  claim: { place: "request", keys: "c" },
  assign: { place: "request", keys: "a" },
  follow: { place: "request", keys: "f" },
  move: { place: "request", keys: "s" },
  priority: { place: "request", keys: "p" },
  tag: { place: "request", keys: "l" },
  snooze: { place: "request", keys: "h" },
  link: { place: "request", keys: "d" },
  send_and: { place: "request", keys: "e" },
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
