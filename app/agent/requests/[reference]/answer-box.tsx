import type { ReactNode } from "react";
import { SelectField } from "@/components/form/choice-field";
import { FilesField, type FilesOffer } from "@/components/form/files-field";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { resolutionOptions } from "@/components/requests/resolution-options";
import { SeenField } from "@/components/requests/seen-field";
import type { DeskPage } from "@/lib/desk/agent-view";
import { answerFormId, modeClass } from "@/lib/desk/modes";
import type { FormAction, FormDraft } from "@/lib/form/form-state";
import type { Translator } from "@/lib/messages/translate";
import { limits } from "@/lib/requests/input";
import { moveCode } from "@/lib/requests/labels";
import type { RequestInView } from "@/lib/requests/view";
import { ModeSwitch } from "./mode-switch";

type Props = {
  t: Translator;
  action: FormAction;
  on: RequestInView;
  request: Pick<DeskPage, "version" | "latest" | "canComment" | "moves" | "assignsByReply">;
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

const replyIn = (t: Translator, assigns: boolean): Mode => ({
  value: "reply",
  label: t("agent.answer.reply"),
  hint: t(assigns ? "agent.answer.reply.hint_assigning" : "agent.answer.reply.hint"),
  button: t("agent.answer.reply.send"),
});
const noteIn = (t: Translator): Mode => ({
  value: "note",
  label: t("agent.answer.note"),
  hint: t("agent.answer.note.hint"),
  button: t("agent.answer.note.send"),
  isInternal: true,
});

export const answerForm = { id: answerFormId, names: ["mode", "body", "resolution"] };

/** One box for all an agent says. Switching what it is keeps the text; a style sheet does the switching. */
export function AnswerBox({ t, action, on, request, files, draft, keptLine }: Props) {
  const moves = request.moves.filter(({ surface }) => surface === "mode");
  const modes: Mode[] = [
    ...(request.canComment ? [replyIn(t, request.assignsByReply)] : []),
    ...moves.map(({ move, asksResolution }) => ({
      value: move,
      label: t(moveCode(move, "label")),
      hint: t(moveCode(move, "hint")),
      button: t(moveCode(move, "label")),
      asksResolution,
    })),
    noteIn(t),
  ];
  return (
    <section
      aria-labelledby="answer-title"
      className="answer-box rounded-xl border border-line bg-surface p-4 shadow-rest sm:p-5"
    >
      <h2 id="answer-title" className="sr-only">
        {t("agent.answer")}
      </h2>
      <Form
        action={action}
        id={answerForm.id}
        draft={draft}
        keptLine={keptLine}
        labels={{
          mode: t("agent.answer.what"),
          body: t("agent.answer.message"),
          files: t("agent.answer.files"),
          resolution: t("agent.answer.resolution"),
        }}
        hidden={on}
        className="grid gap-4"
      >
        <HiddenField name="version" value={request.version} />
        <SeenField latest={request.latest} />
        <ModeSwitch
          legend={t("agent.answer.what")}
          modes={modes.map(mode => ({ ...mode, className: modeClass(mode.value) }))}
        />
        <TextField
          name="body"
          label={t("agent.answer.message")}
          rows={5}
          maxLength={limits.comment}
          help={t("agent.answer.message.help")}
        />
        <FilesField name="files" label={t("agent.answer.files")} {...files} />
        {modes.some(mode => mode.asksResolution) && (
          <div
            className={modeClass(
              ...modes.filter(({ asksResolution }) => asksResolution).map(({ value }) => value),
            )}
          >
            <SelectField
              name="resolution"
              label={t("agent.answer.resolution")}
              need="required"
              options={resolutionOptions(t)}
              emptyLabel={t("agent.answer.resolution.choose")}
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
