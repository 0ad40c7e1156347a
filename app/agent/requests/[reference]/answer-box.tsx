import type { ReactNode } from "react";
import { SelectField } from "@/components/form/choice-field";
import { FilesField, type FilesOffer } from "@/components/form/files-field";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { OnRequest } from "@/components/requests/on-request";
import { SeenField } from "@/components/requests/seen-field";
import type { DeskPage } from "@/lib/desk/agent-view";
import { answerFormId, modeClass } from "@/lib/desk/modes";
import type { FormAction, FormDraft } from "@/lib/form/form-state";
import { limits } from "@/lib/requests/input";
import type { RequestInView } from "@/lib/requests/view";
import { ModeSwitch } from "./mode-switch";

type Props = {
  action: FormAction;
  on: RequestInView;
  request: Pick<DeskPage, "version" | "latest" | "canComment" | "moves" | "assignsByReply">;
  resolutions: { value: string; label: string }[];
  files: FilesOffer;
  draft?: FormDraft;
  keptLine: ReactNode;
};

type Mode = {
  value: string;
  label: string;
  hint: string;
  button: string;
  isInternal?: true;
  asksResolution?: boolean;
};

const reply: Mode = {
  value: "reply",
  label: "Public reply",
  hint: "The customer gets this by email.",
  button: "Send reply",
};
const assigningReply: Mode = { ...reply, hint: `${reply.hint} The request is then assigned to you.` };
const note: Mode = {
  value: "note",
  label: "Internal note",
  hint: "Only agents read this. The customer never sees it.",
  button: "Add internal note",
  isInternal: true,
};

export const answerForm = { id: answerFormId, names: ["mode", "body", "resolution"] };

/** One box for all an agent says. Switching what it is keeps the text; a style sheet does the switching. */
export function AnswerBox({ action, on, request, resolutions, files, draft, keptLine }: Props) {
  const moves = request.moves.filter(({ surface }) => surface === "mode");
  const modes: Mode[] = [
    ...(request.canComment ? [request.assignsByReply ? assigningReply : reply] : []),
    ...moves.map(({ move, label, hint, asksResolution }) => ({
      value: move,
      label,
      hint,
      button: label,
      asksResolution,
    })),
    note,
  ];
  return (
    <section
      aria-labelledby="answer-title"
      className="answer-box rounded-xl border border-line bg-surface p-4 shadow-rest sm:p-5"
    >
      <h2 id="answer-title" className="sr-only">
        Answer
      </h2>
      <Form
        action={action}
        id={answerForm.id}
        draft={draft}
        keptLine={keptLine}
        labels={{ mode: "What to send", body: "Message", files: "Files", resolution: "Resolution" }}
        className="grid gap-4"
      >
        <OnRequest {...on} />
        <HiddenField name="version" value={request.version} />
        <SeenField latest={request.latest} />
        <ModeSwitch modes={modes.map(mode => ({ ...mode, className: modeClass(mode.value) }))} />
        <TextField
          name="body"
          label="Message"
          rows={5}
          maxLength={limits.comment}
          help="Plain text or Markdown."
        />
        <FilesField name="files" label="Files" {...files} />
        {modes.some(mode => mode.asksResolution) && (
          <div
            className={modeClass(
              ...modes.filter(({ asksResolution }) => asksResolution).map(({ value }) => value),
            )}
          >
            <SelectField
              name="resolution"
              label="Resolution"
              need="required"
              options={resolutions}
              emptyLabel="Please choose"
            />
          </div>
        )}
        <div>
          {modes.map(({ value, button, isInternal }) => (
            <SubmitButton
              key={value}
              className={modeClass(value)}
              variant={isInternal ? "secondary" : "primary"}
            >
              {button}
            </SubmitButton>
          ))}
        </div>
      </Form>
    </section>
  );
}
