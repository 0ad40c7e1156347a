/** All there are. What each stands for is said by `canned_replies.placeholder.…`. */
export const placeholders = [
  "customer.name",
  "customer.first_name",
  "request.reference",
  "request.summary",
  "request.link",
  "agent.name",
  "desk.name",
] as const;

export type Placeholder = (typeof placeholders)[number];
/** Null where there is none. */
export type PlaceholderValues = Record<Placeholder, string | null>;

// Not any braces: answers can contain code.
const inBraces = /\{\{([\w. -]{1,60})\}\}/g;

export const isPlaceholder = (name: string): name is Placeholder =>
  (placeholders as readonly string[]).includes(name);

export const placeholderText = (name: string) => `{{${name}}}`;

/** The names in a text, each once, known or not. */
export const placeholdersIn = (text: string): string[] => [
  ...new Set([...text.matchAll(inBraces)].map(([, name = ""]) => name.trim())),
];

/** What has no value stays as it is, for its writer to see. */
export const fillPlaceholders = (text: string, values: PlaceholderValues): string =>
  text.replace(inBraces, (whole, name: string) => lookUp(name.trim(), values) ?? whole);

/** Those that stay as they are. */
export const missingIn = (text: string, values: PlaceholderValues): string[] =>
  placeholdersIn(text).filter(name => lookUp(name, values) === null);

const lookUp = (name: string, values: PlaceholderValues) => (isPlaceholder(name) ? values[name] : null);

/** Null for what is none to address people by, such as a title or an initial. */
export function firstNameOf(name: string): string | null {
  const [first = ""] = name.trim().split(/\s+/);
  return /^\p{L}[\p{L}\p{M}'’-]*$/u.test(first) ? first : null;
}
