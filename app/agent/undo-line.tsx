"use client";

import { useEffect, useState } from "react";
import { noteUndo } from "@/components/desk/undone";
import { FormBody } from "@/components/form/form-body";
import { SubmitButton } from "@/components/form/submit-button";
import { fill } from "@/components/messages/browser-texts";
import { undoFormId } from "@/lib/desk/undo";
import { undo } from "./actions";

export type ToldUndo = {
  /** Names the reply. */
  place: string;
  /** The reader, signed. */
  opener: string;
  leftMs: number;
  /** With `{seconds}` to be filled in. */
  line: string;
  button: string;
  working: string;
};

/** For as long as a reply can be undone, on whichever page its writer is by then. */
export function UndoLine({ told }: { told?: ToldUndo }) {
  const [announced, announce] = useState("");
  const line = told && fill(told.line, { seconds: Math.ceil(told.leftMs / 1_000) });
  const place = told?.place;
  // A live region is heard only once something changes in it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each reply.
  useEffect(() => announce(line ?? ""), [place]);
  return (
    <>
      <p role="status" className="sr-only">
        {announced}
      </p>
      {told && <Countdown key={told.place} told={told} />}
    </>
  );
}

function Countdown({ told: { place, opener, leftMs, line, button, working } }: { told: ToldUndo }) {
  const [seconds, setSeconds] = useState(Math.ceil(leftMs / 1_000));
  // biome-ignore lint/correctness/useExhaustiveDependencies: a later answer of the server is no new reply.
  useEffect(() => {
    const endMs = performance.now() + leftMs;
    const count = () => setSeconds(Math.max(0, Math.ceil((endMs - performance.now()) / 1_000)));
    const timer = window.setInterval(count, 250);
    return () => window.clearInterval(timer);
  }, []);
  if (seconds === 0) return null;
  return (
    <FormBody
      action={undo}
      opener={opener}
      id={undoFormId}
      labels={{}}
      hidden={{ place }}
      className="undo-line"
      onSubmitCapture={noteUndo}
    >
      <p aria-hidden="true">{fill(line, { seconds })}</p>
      <SubmitButton size="small" variant="secondary" working={working}>
        {button}
      </SubmitButton>
    </FormBody>
  );
}
