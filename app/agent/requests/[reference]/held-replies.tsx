"use client";

import { undo } from "@/app/agent/actions";
import { noteUndo } from "@/components/desk/undone";
import { FormBody } from "@/components/form/form-body";
import { SubmitButton } from "@/components/form/submit-button";
import { buttonClass } from "@/components/ui/button-class";
import { heldRepliesId } from "@/lib/desk/undo";

export type ToldHeld = {
  title: string;
  /** `person` is the reader, whose drafts they are. */
  replies: { place: string; person: string; body: string; why: string }[];
  takeBack: string;
  working: string;
  discard: string;
};

/** The reader's own replies that were refused when they were due, until they are taken back into the box or discarded. */
export function HeldReplies({ told: { title, replies, takeBack, working, discard } }: { told: ToldHeld }) {
  return (
    <section id={heldRepliesId} aria-label={title}>
      {replies.map(({ place, person, body, why }) => (
        <div key={place} className="held-reply">
          <h3>{title}</h3>
          <p>{why}</p>
          {body && <blockquote dir="auto">{body}</blockquote>}
          <div>
            <FormBody action={undo} labels={{}} hidden={{ place }} onSubmitCapture={noteUndo}>
              <SubmitButton size="small" variant="secondary" working={working}>
                {takeBack}
              </SubmitButton>
            </FormBody>
            <form method="post" action="/api/drafts/afresh">
              <input type="hidden" name="person" value={person} />
              <input type="hidden" name="place" value={place} />
              <button type="submit" className={buttonClass("quiet", "small")}>
                {discard}
              </button>
            </form>
          </div>
        </div>
      ))}
    </section>
  );
}
