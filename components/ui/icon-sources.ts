// What `npm run generate` draws the sprite of, by the names that the desk uses.

/** Lucide's icons, by their names there. */
export const lucideIcons = {
  archive: "archive",
  "arrow-down": "arrow-down",
  "arrow-down-up": "arrow-down-up",
  "arrow-left": "arrow-left",
  "arrow-right": "arrow-right",
  "arrow-up": "arrow-up",
  bell: "bell",
  "bell-off": "bell-off",
  bookmark: "bookmark",
  bug: "bug",
  check: "check",
  "chevron-down": "chevron-down",
  "chevron-right": "chevron-right",
  "circle-alert": "circle-exclamation-point",
  "circle-check": "circle-check",
  clock: "clock",
  "columns-3": "columns-3",
  "credit-card": "credit-card",
  download: "download",
  "file-text": "file-text",
  headset: "headset",
  inbox: "inbox",
  info: "info",
  "key-round": "key-round",
  "life-buoy": "life-buoy",
  lightbulb: "lightbulb",
  "list-checks": "list-checks",
  lock: "lock-keyhole",
  "log-out": "log-out",
  mail: "mail",
  "message-circle-question": "message-circle-question-mark",
  "message-square": "message-square",
  paperclip: "paperclip",
  "pencil-line": "pencil-line",
  plus: "plus",
  receipt: "receipt",
  reply: "reply",
  "rotate-ccw": "rotate-ccw",
  search: "search",
  settings: "settings",
  "shield-check": "shield-check",
  "sliders-horizontal": "sliders-horizontal",
  tag: "tag",
  "triangle-alert": "triangle-exclamation-point",
  user: "user",
  users: "users",
  wrench: "wrench",
  x: "x",
} as const;

const strokes =
  'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';
const disc = `<g ${strokes}><circle cx="12" cy="12" r="9"/>`;

/** Our own drawings: the width and height of each, and its shapes. */
export const ownIcons = {
  // The desk's mark, an A-frame lodge: two rafters that cross above the ridge, and a lit door.
  mark: [
    32,
    '<rect width="32" height="32" rx="8" fill="var(--accent-fill)"/><path d="M17.9 6.6 6.9 24.6M14.1 6.6l11 18" fill="none" stroke="var(--accent-ink)" stroke-width="2.75" stroke-linecap="round"/><path d="M16 18.2a2.3 2.3 0 0 1 2.3 2.3v4.1a1.3 1.3 0 0 1-1.3 1.3h-2a1.3 1.3 0 0 1-1.3-1.3v-4.1a2.3 2.3 0 0 1 2.3-2.3z" fill="var(--accent-ink)"/>',
  ],
  // In front of what a form says about a field.
  wrong: [24, `${disc}<path d="M12 8v5M12 16.5v.01"/></g>`],
  met: [24, `${disc}<path d="m8.5 12 2.5 2.5 4.5-5"/></g>`],
  open: [24, `${disc}</g>`],
} as const satisfies Record<string, readonly [size: number, shapes: string]>;
