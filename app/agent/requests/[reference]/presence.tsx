"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { type PresenceWords, saidOf, writersOf } from "@/components/desk/tell-presence";
import { useSpelled } from "@/components/messages/agent-texts";
import { Avatar } from "@/components/ui/avatar";
import type { Present } from "@/lib/desk/presence";
import type { Numbered } from "@/lib/messages/numbered";
import { watchPresence } from "./watch-presence";

type Known = { present: Present[]; words: PresenceWords };

const Presence = createContext<Known | null>(null);

type Props = {
  /** Null where its reader takes part as a customer, who is neither told nor shown. */
  reference: string | null;
  words: Numbered<PresenceWords>;
  children: ReactNode;
};

/** Knows who else is on the page of a request, from the browser alone. Only what shows them is drawn again. */
export function PresenceOn({ reference, words: numbered, children }: Props) {
  const words = useSpelled(numbered);
  const [present, setPresent] = useState<Present[]>([]);
  useEffect(() => {
    if (reference === null) return;
    const show = (next: Present[]) => setPresent(now => (isSame(now, next) ? now : next));
    return watchPresence(reference, show);
  }, [reference]);
  return <Presence value={{ present, words }}>{children}</Presence>;
}

const isSame = (some: Present[], others: Present[]) =>
  some.length === others.length &&
  some.every(
    ({ name, isWriting }, index) => name === others[index]?.name && isWriting === others[index]?.isWriting,
  );

/** In the line of the way back to the queue, so that nothing moves when somebody comes. */
export function PresentPeople() {
  const known = useContext(Presence);
  if (!known || known.present.length === 0) return null;
  const { present, words } = known;
  return (
    <div className="relative">
      <ul className="present-people" aria-label={words.also}>
        {present.map((one, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may have the same name
          <li key={place} title={saidOf(one, words)} className={one.isWriting ? "writes" : undefined}>
            <Avatar name={one.name} side="support" size="small" />
            <span>
              <bdi>{saidOf(one, words)}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Who is writing, next to the send button. A live region: a screen reader announces writers, but not mere viewers. */
export function Writers() {
  const known = useContext(Presence);
  return (
    <p aria-live="polite" className="wrap-anywhere text-ink-soft text-sm">
      {known && writersOf(known.present, known.words)}
    </p>
  );
}
