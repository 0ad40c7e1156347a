"use client";

import { type ComponentType, useEffect, useState } from "react";
import { listKey, wideScreen } from "@/components/shell/beside";

let known: ComponentType | null = null;

/** On a wide screen, the list that the request was opened from; loaded then, and nothing before. */
export function ListBeside() {
  const [Loaded, setLoaded] = useState<ComponentType | null>(null);
  useEffect(() => {
    const screen = matchMedia(wideScreen);
    const look = () => {
      const isShown = screen.matches && sessionStorage.getItem(listKey) !== null;
      if (!isShown || known) return setLoaded(() => (isShown ? known : null));
      import("./beside").then(
        ({ Beside }) => {
          known = Beside;
          setLoaded(() => (screen.matches ? Beside : null));
        },
        // Without it there is still the way back.
        () => undefined,
      );
    };
    look();
    screen.addEventListener("change", look);
    return () => screen.removeEventListener("change", look);
  }, []);
  return <div className="beside">{Loaded && <Loaded />}</div>;
}
