"use client";

import { useEffect, useState } from "react";
import { beginDesktopNews, canNotify, showOnDesktop } from "@/components/shell/desktop-news";
import { Button } from "@/components/ui/button";

type State = "unscripted" | "unsupported" | "insecure" | "default" | "granted" | "denied";

type Words = Record<
  | "unscripted"
  | "ask"
  | "allow"
  | "granted"
  | "try"
  | "tried"
  | "sample"
  | "denied"
  | "insecure"
  | "unsupported",
  string
>;

/** Says whether this browser shows notifications, and asks it to once its reader wants that. */
export function DesktopPermission({ words }: { words: Words }) {
  const [state, setState] = useState<State>("unscripted");
  const [isTried, setTried] = useState(false);
  useEffect(() => setState(present()), []);

  async function ask() {
    const answer = await Notification.requestPermission();
    setState(answer);
    if (answer !== "granted") return;
    tryOut();
    beginDesktopNews();
  }

  /** A few browsers have the permission and show nothing all the same. */
  function tryOut() {
    if (showOnDesktop({ title: words.sample, body: location.host, tag: "sample" })) setTried(true);
    else setState("unsupported");
  }

  const said = {
    unscripted: words.unscripted,
    unsupported: words.unsupported,
    insecure: words.insecure,
    default: words.ask,
    granted: words.granted,
    denied: words.denied,
  }[state];
  return (
    <div className="grid gap-4">
      <p role="status" className="text-ink-soft text-sm">
        {said} {state === "granted" && isTried && words.tried}
      </p>
      {state === "default" && (
        <Button variant="secondary" className="justify-self-start" onClick={ask}>
          {words.allow}
        </Button>
      )}
      {state === "granted" && (
        <Button variant="secondary" size="small" className="justify-self-start" onClick={tryOut}>
          {words.try}
        </Button>
      )}
    </div>
  );
}

function present(): State {
  if (!window.isSecureContext) return "insecure";
  return canNotify() ? Notification.permission : "unsupported";
}
