"use client";

import clsx from "clsx";
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { answer } from "@/app/(portal)/requests/[reference]/actions";
import { takeUndo } from "@/components/desk/undone";
import { FilesField, type FilesOffer } from "@/components/form/files-field";
import { FormBody } from "@/components/form/form-body";
import { HiddenField } from "@/components/form/hidden-field";
import { areSendKeys } from "@/components/form/send-keys";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { modeClass } from "@/lib/desk/mode-class";
import type { Send } from "@/lib/desk/sends";
import type { FormDraft } from "@/lib/form/form-state";
import type { RequestInView } from "@/lib/requests/view";
import type { ToldAgent } from "./assign-menu";
import { BegunField } from "./begun-field";
import { CannedReplies, type ToldReplies } from "./canned-replies";
import { MentionPicker } from "./mention-picker";
import { ModeSwitch, type ToldMode } from "./mode-switch";
import { Writers } from "./presence";
import { ResolutionChips, type ToldChips } from "./resolution-chips";
import { SendAnd, type ToldSendAnd } from "./send-and";
import { useIsIn } from "./use-is-in";

export type ToldAnswerBox = {
  /** Of its form. */
  id: string;
  title: string;
  /** The newest entry of the page. */
  latest: string;
  what: string;
  modes: (ToldMode & { send?: Send })[];
  words: { label: string; help: string; placeholder: string; maxLength: number };
  canned: ToldReplies;
  /** What the list of their names is called. */
  colleagues: string;
  files: string;
  /** The writer's. `className` shows it in the modes whose mails end with it. */
  signature?: { className: string; label: string; text: string };
  /** `className`: shown in the modes that ask for one. */
  resolution?: { className: string; field: ToldChips };
  sendAnd: ToldSendAnd;
};

type Props = {
  on: RequestInView & { queue?: string };
  version: number;
  told: ToldAnswerBox;
  /** Whom it can be given to, and who can be mentioned. */
  agents: ToldAgent[];
  files: FilesOffer;
  draft?: FormDraft;
  keptLine?: ReactNode;
};

/** One box for all an agent says. Switching what it is keeps the text; a style sheet does the switching. */
export function AnswerBox({ on, version, told, agents, files, draft, keptLine }: Props) {
  const { title, latest, what, modes, words, canned, colleagues, resolution, sendAnd } = told;
  const labels = { mode: what, body: words.label, files: told.files, to: sendAnd.assign.label };
  const box = useRef<HTMLElement>(null);
  const isIn = useIsIn(box);
  useEffect(() => {
    const words = takeUndo() && box.current?.querySelector("textarea");
    if (!words) return;
    words.focus();
    // Saves the draft once more, after what the box before may still have saved on leaving.
    words.dispatchEvent(new Event("input", { bubbles: true }));
  }, []);
  return (
    <section ref={box} aria-labelledby="answer-title" className={clsx("answer-box", !isIn && "idle")}>
      <h2 id="answer-title" className="sr-only">
        {title}
      </h2>
      <FormBody
        action={answer}
        id={told.id}
        draft={draft}
        keptLine={keptLine}
        labels={{ ...labels, ...(resolution && { resolution: resolution.field.label }) }}
        hidden={on}
        onKeyDown={sendByKeys}
        className="grid gap-4"
      >
        <HiddenField name="version" value={version} />
        <BegunField latest={latest} />
        <HiddenField name="unfilled" value={0} />
        <ModeSwitch legend={what} modes={modes} />
        {resolution && (
          <div className={resolution.className}>
            <ResolutionChips {...resolution.field} />
          </div>
        )}
        <div className="canned-box">
          <TextField name="body" rows={5} {...words} />
          <CannedReplies reference={on.reference} told={canned} />
          <MentionPicker label={colleagues} agents={agents} />
        </div>
        {told.signature && (
          <div className={clsx("signature", told.signature.className)}>
            <p>{told.signature.label}</p>
            <p dir="auto">{told.signature.text}</p>
          </div>
        )}
        <FilesField name="files" label={told.files} {...files} />
        <div className="answer-send">
          <div className="split-button">
            {modes.map(({ value, button, label, send, isInternal }) => (
              <SubmitButton
                key={value}
                {...(send && { name: "send", value: send })}
                className={modeClass(value)}
                variant={isInternal ? "secondary" : "primary"}
              >
                {button ?? label}
              </SubmitButton>
            ))}
            <SendAnd told={sendAnd} agents={agents} />
          </div>
          <Writers />
        </div>
      </FormBody>
    </section>
  );
}

/** As any form does, by the button of the chosen mode: it can do more than to send. */
function sendByKeys(event: KeyboardEvent<HTMLFormElement>) {
  if (!areSendKeys(event)) return;
  event.preventDefault();
  const buttons = event.currentTarget.querySelectorAll<HTMLElement>(".split-button > button");
  if (!event.repeat) event.currentTarget.requestSubmit([...buttons].find(({ offsetParent }) => offsetParent));
}
