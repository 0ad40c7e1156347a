"use client";

import { useEffect, useRef } from "react";
import { snooze, wake } from "@/app/(portal)/requests/[reference]/actions";
import { FormBody } from "@/components/form/form-body";
import { useForm } from "@/components/form/form-context";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { type Piece, Sentence } from "@/components/requests/sentence";
import { Disclosure } from "@/components/ui/disclosure";
import { useIsAllAsked } from "@/components/ui/in-browser";
import type { RequestInView } from "@/lib/requests/view";
import { Folded } from "./folded";

export type ToldSnooze = {
  label: string;
  /** That it is snoozed, and until when. */
  now?: { said: Piece[]; wake: { label: string; working: string } };
  presets: { preset: string; label: string; time: string }[];
  other: { label: string; help: string; min: string };
  working: string;
};

export const wakeFormId = "wake";
export const snoozeButtonId = (preset: string) => `snooze-${preset}`;

/** Puts a request off until a time: one click for the usual ones. */
export function SnoozeForm({
  on,
  told,
  language,
}: {
  on: RequestInView;
  told: ToldSnooze;
  language?: string;
}) {
  const { label, now, presets, other, working } = told;
  return (
    <>
      {now && (
        <div className="snoozed">
          <p>
            <Sentence pieces={now.said} language={language} />
          </p>
          <FormBody action={wake} id={wakeFormId} labels={{}} hidden={on}>
            <SubmitButton variant="secondary" size="small" working={now.wake.working}>
              {now.wake.label}
            </SubmitButton>
          </FormBody>
        </div>
      )}
      <Disclosure key={now ? "again" : "first"} label={label} size="small" open={useIsAllAsked()}>
        <Folded>
          <FormBody action={snooze} id="snooze" labels={{}} hidden={on} className="has-[[role=alert]]:mb-3">
            <UnfoldRefused />
            <div className="snooze-presets">
              {presets.map(({ preset, label, time }) => (
                <button
                  key={preset}
                  type="submit"
                  id={snoozeButtonId(preset)}
                  name="preset"
                  value={preset}
                  className="menu-item"
                >
                  <span>{label}</span>
                  <span>{time}</span>
                </button>
              ))}
            </div>
          </FormBody>
          <FormBody
            action={snooze}
            id="snooze-until"
            labels={{ until: other.label }}
            hidden={on}
            className="mt-4 grid gap-3"
          >
            <TextField name="until" type="datetime-local" {...other} />
            <SubmitButton variant="secondary" size="small" className="justify-self-start" working={working}>
              {label}
            </SubmitButton>
          </FormBody>
        </Folded>
      </Disclosure>
    </>
  );
}

/** Within a form in a fold: unfolds what it answers where it was sent from elsewhere, as by the palette. */
function UnfoldRefused() {
  const { state } = useForm();
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const fold = place.current?.closest("details");
    if (state?.error && fold) fold.open = true;
  }, [state]);
  return <span ref={place} hidden />;
}
