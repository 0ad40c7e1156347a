import { fill } from "@/components/messages/browser-texts";
import type { Present } from "@/lib/desk/presence";
import type { Translator } from "@/lib/messages/translate";

/** Who is there changes in the browser, so these say `{name}`. */
export type PresenceWords = Record<"also" | "viewing" | "writing" | "two" | "some", string>;

export const tellPresence = (t: Translator): PresenceWords => ({
  also: t("agent.presence"),
  viewing: t("agent.presence.viewing", { name: "{name}" }),
  writing: t("agent.presence.writing", { name: "{name}" }),
  two: t("agent.presence.two_writing", { first: "{first}", second: "{second}" }),
  some: t("agent.presence.some_writing"),
});

export const saidOf = ({ name, isWriting }: Present, { viewing, writing }: PresenceWords): string =>
  fill(isWriting ? writing : viewing, { name });

/** Empty while nobody is writing. */
export function writersOf(present: Present[], { writing, two, some }: PresenceWords): string {
  const [first, second, third] = present.filter(({ isWriting }) => isWriting).map(({ name }) => name);
  if (first === undefined) return "";
  if (second === undefined) return fill(writing, { name: first });
  return third === undefined ? fill(two, { first, second }) : some;
}
