import { type RefObject, useEffect, useState } from "react";

/**
 * Whether the focus is within an element. While the pointer is held down it stays as it was: what grows then moves away from
 * under the pointer, and the click is lost.
 */
export function useIsIn(element: RefObject<HTMLElement | null>): boolean {
  const [isIn, setIn] = useState(false);
  useEffect(() => {
    let isDown = false;
    const settle = () => setIn(element.current?.contains(document.activeElement) ?? false);
    // After the click, or once the focus has come to rest.
    const settleLater = () => window.setTimeout(() => !isDown && settle());
    const press = () => {
      isDown = true;
    };
    const release = () => {
      isDown = false;
      settleLater();
    };
    settle();
    const listeners: [string, () => void][] = [
      ["pointerdown", press],
      ["pointerup", release],
      ["pointercancel", release],
      ["focusin", settleLater],
      ["focusout", settleLater],
    ];
    for (const [name, hear] of listeners) document.addEventListener(name, hear);
    return () => {
      for (const [name, hear] of listeners) document.removeEventListener(name, hear);
    };
  }, [element]);
  return isIn;
}
