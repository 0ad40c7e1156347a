"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { fill, useTexts } from "@/components/messages/browser-texts";
import { Icon } from "@/components/ui/icon";
import type { Keyboard as Told } from "@/lib/entry/keyboard";
import type { KeyboardTexts } from "@/lib/messages/keyboard";
import { readKeys } from "@/lib/shortcuts/keys";
import { keymapOf } from "@/lib/shortcuts/table";
import { act, markControls } from "./act";
import type { Dialogs as DialogsType, Shown } from "./dialogs";
import { EarlyKeys, takeEarlyKeys } from "./early-keys";
import { useOffers } from "./offers";
import { pickByKey } from "./picks";
import { characterOf, isCovered, isInField, isPaletteKey } from "./pressed";
import { findRow, isWalking, rememberList, walk } from "./rows";

const newsMs = 6_000;

type Props = { told: Told; hasInbox: boolean; isAdmin: boolean };
type Loaded = { Dialogs: typeof DialogsType; texts: KeyboardTexts; language: string };

/**
 * The button of the palette, and the keys of agents' pages. Whatever they do a button or a link on the page does as
 * well; the palette and its texts are loaded once they are asked for.
 */
export function Keyboard({ told, hasInbox, isAdmin }: Props) {
  const { language } = useTexts();
  const path = usePathname();
  const query = useSearchParams().toString();
  const offers = useOffers();
  const [isMac, setMac] = useState(false);
  const [shown, setShown] = useState<Shown | null>(null);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [news, setNews] = useState("");
  const ahead = useRef({ words: "", isEntered: false });
  const opened = useRef(0);
  // A ref and no state: keys that were pressed early are handled in one go, before a state would change.
  const isAwaited = useRef(false);
  const isOff = told.isOff ?? false;
  const keymap = useMemo(() => keymapOf(told), [told]);
  const read = useMemo(() => readKeys(keymap), [keymap]);
  const control = isMac ? "⌘" : told.control;
  const { Dialogs, texts } = (loaded?.language === language && loaded) || {};
  const readTexts = () =>
    import("@/lib/messages/keyboard").then(({ readKeyboardTexts }) =>
      readKeyboardTexts(language, told.texts),
    );

  function show(what: Shown) {
    ahead.current = { words: "", isEntered: false };
    opened.current += 1;
    isAwaited.current = !Dialogs;
    setShown(what);
    if (Dialogs) return;
    void Promise.all([import("./dialogs"), readTexts()]).then(
      ([{ Dialogs }, texts]) => setLoaded({ Dialogs, texts, language }),
      () => giveUp(),
    );
  }

  function giveUp() {
    isAwaited.current = false;
    setShown(null);
  }

  async function say(code: keyof KeyboardTexts, values: Record<string, string> = {}) {
    setNews(fill((await readTexts())[code], values));
  }

  function copy(text: string) {
    // Without a secure connection there is no clipboard.
    const copied = navigator.clipboard?.writeText(text) ?? Promise.reject();
    void copied.then(
      () => say("copied", { text }),
      () => say("not_copied"),
    );
  }

  function press(event: KeyboardEvent) {
    if (event.defaultPrevented || event.isComposing) return;
    if (isAwaited.current) return typeAhead(event);
    if (isPaletteKey(event, isMac)) {
      event.preventDefault();
      if (!document.querySelector("dialog[open]")) show({ what: "palette" });
    } else if (isCovered()) return;
    else if (!isInField(event.target)) pressOutside(event);
    else if (event.key === "Escape" && event.target instanceof HTMLTextAreaElement) event.target.blur();
  }

  /** While the palette is being loaded, what is typed is meant for it. */
  function typeAhead(event: KeyboardEvent) {
    event.preventDefault();
    const { words, isEntered } = ahead.current;
    if (event.key === "Escape") giveUp();
    else if (isEntered) return;
    else if (event.key === "Enter") ahead.current.isEntered = true;
    else if (event.key === "Backspace") ahead.current.words = words.slice(0, -1);
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey)
      ahead.current.words = words + event.key;
  }

  function pressOutside(event: KeyboardEvent) {
    if (isOff) return;
    const arrow = ({ ArrowDown: 1, ArrowUp: -1 } as const)[event.key];
    const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey);
    if (arrow && isPlain && isWalking() && walk(arrow)) return event.preventDefault();
    if (pickByKey(event, keymap)) return event.preventDefault();
    const character = characterOf(event);
    const name = character === null ? null : read(character, event.timeStamp);
    if (!name || (event.repeat && name !== "next" && name !== "previous")) return;
    setNews("");
    if (act(name, { path, hasInbox, offers, show, say })) event.preventDefault();
  }

  const latest = useRef(press);
  // In a layout effect, so that it changes together with what is drawn: the former one would still collect keys for a palette that is open by now.
  useLayoutEffect(() => {
    latest.current = press;
    if (shown && Dialogs) isAwaited.current = false;
  });
  useEffect(() => {
    if (!isOff) markControls(offers, keymap);
  });
  useEffect(() => {
    setMac(/^(Mac|iP)/.test(navigator.platform));
    const hear = (event: KeyboardEvent) => latest.current(event);
    document.addEventListener("keydown", hear);
    document.addEventListener("click", rememberList);
    for (const event of takeEarlyKeys()) hear(event);
    return () => {
      document.removeEventListener("keydown", hear);
      document.removeEventListener("click", rememberList);
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each page that is shown.
  useEffect(() => {
    setNews("");
    findRow();
  }, [path, query]);

  useEffect(() => {
    const timer = news && window.setTimeout(() => setNews(""), newsMs);
    return () => window.clearTimeout(timer || undefined);
  }, [news]);

  return (
    <>
      <EarlyKeys nonce={told.nonce} />
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts={isMac ? "Meta+K" : "Control+K"}
        onClick={() => show({ what: "palette" })}
        className="jump scripted"
      >
        <Icon name="search" />
        <span>{told.jump}</span>
        <span aria-hidden="true" className="keys">
          <kbd>{`${control} K`}</kbd>
        </span>
      </button>
      {shown && Dialogs && texts && (
        // Each opening is a dialog of its own, also where the one before is only just closing.
        <Dialogs
          key={opened.current}
          {...{ shown, offers, path, hasInbox, isAdmin, isOff, control, keymap, texts, copy }}
          ahead={ahead.current}
          showOverview={() => show({ what: "overview" })}
          close={() => setShown(now => (now === shown ? null : now))}
        />
      )}
      <p role="status" className="keyboard-news">
        {news}
      </p>
    </>
  );
}
