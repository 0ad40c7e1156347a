"use client";

import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { Icon } from "@/components/ui/icon";

type Props = {
  id: string;
  label: string;
  /** The element that says how it is used by keyboard. */
  helpId: string;
  isLifted: boolean;
  onKeys: (event: KeyboardEvent) => void;
};

type Finger = { x: number; y: number; row: Element; data: DataTransfer };

/** As close to the edges of the screen a finger scrolls, by so much with each frame; and so far it goes before it drags. */
const [edge, step, slop] = [90, 10, 8];

/**
 * The handle of a row: lifted by keyboard, or dragged by mouse or finger. Browsers start a drag by touch late or never, so
 * this one sends the list the same drag events for a finger that the browser sends for a mouse.
 */
export function Grip({ id, label, helpId, isLifted, onKeys }: Props) {
  const finger = useRef<Finger>(null);
  const from = useRef(0);

  function tell(kind: "dragstart" | "dragover" | "drop" | "dragend", to?: Element) {
    if (!finger.current) return;
    const { x: clientX, y: clientY, data: dataTransfer } = finger.current;
    const on = to ?? document.elementFromPoint(clientX, clientY);
    on?.dispatchEvent(
      new DragEvent(kind, { bubbles: true, cancelable: true, clientX, clientY, dataTransfer }),
    );
  }

  function follow() {
    if (!finger.current) return;
    const { y } = finger.current;
    window.scrollBy(0, y < edge ? -step : y > window.innerHeight - edge ? step : 0);
    tell("dragover");
    requestAnimationFrame(follow);
  }

  function move({ pointerType, currentTarget, clientX: x, clientY: y }: PointerEvent) {
    if (pointerType !== "touch") return;
    if (finger.current) Object.assign(finger.current, { x, y });
    const row = currentTarget.closest("li");
    if (finger.current || !row || Math.abs(y - from.current) < slop) return;
    finger.current = { x, y, row, data: new DataTransfer() };
    row.toggleAttribute("data-dragged", true);
    tell("dragstart", row);
    follow();
  }

  function end(isDrop: boolean) {
    if (isDrop) tell("drop");
    tell("dragend", finger.current?.row);
    finger.current?.row.removeAttribute("data-dragged");
    finger.current = null;
  }

  return (
    <button
      type="button"
      id={id}
      className="grip"
      aria-label={label}
      aria-describedby={helpId}
      aria-pressed={isLifted}
      onKeyDown={onKeys}
      onPointerDown={({ clientY }) => {
        from.current = clientY;
      }}
      onPointerMove={move}
      onPointerUp={() => end(true)}
      onPointerCancel={() => end(false)}
    >
      <Icon name="arrow-down-up" />
    </button>
  );
}
