import type { ReactNode } from "react";
import { answer } from "@/app/(portal)/requests/[reference]/actions";
import { FilesField, type FilesOffer } from "@/components/form/files-field";
import { FormBody } from "@/components/form/form-body";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { ResolutionField } from "@/components/requests/resolution-field";
import type { ToldResolutions } from "@/components/requests/told-moves";
import type { FormDraft } from "@/lib/form/form-state";
import type { RequestInView } from "@/lib/requests/view";
import { BegunField } from "./begun-field";
import { CannedReplies, type ToldReplies } from "./canned-replies";
import { ModeSwitch, type ToldMode } from "./mode-switch";
import { Writers } from "./presence";

export type ToldAnswerBox = {
  /** Of its form. */
  id: string;
  title: string;
  /** The newest entry of the page. */
  latest: string;
  what: string;
  modes: ToldMode[];
  words: { label: string; help: string; maxLength: number };
  canned: ToldReplies;
  files: string;
  /** `className`: shown in the modes that ask for one. */
  resolution?: { className: string; field: ToldResolutions };
};

type Props = {
  on: RequestInView;
  version: number;
  told: ToldAnswerBox;
  files: FilesOffer;
  draft?: FormDraft;
  keptLine?: ReactNode;
};

/** One box for all an agent says. Switching what it is keeps the text; a style sheet does the switching. */
export function AnswerBox({ on, version, told, files, draft, keptLine }: Props) {
  const { title, latest, what, modes, words, canned, resolution } = told;
  const labels = { mode: what, body: words.label, files: told.files };
  return (
    <section aria-labelledby="answer-title" className="answer-box">
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
        className="grid gap-4"
      >
        <HiddenField name="version" value={version} />
        <BegunField latest={latest} />
        <HiddenField name="unfilled" value={0} />
        <ModeSwitch legend={what} modes={modes} />
        <div className="canned-box">
          <TextField name="body" rows={5} {...words} />
          <CannedReplies reference={on.reference} told={canned} />
        </div>
        <FilesField name="files" label={told.files} {...files} />
        {resolution && (
          <div className={resolution.className}>
            <ResolutionField {...resolution.field} />
          </div>
        )}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          {modes.map(({ value, button, label, className, isInternal }) => (
            <SubmitButton key={value} className={className} variant={isInternal ? "secondary" : "primary"}>
              {button ?? label}
            </SubmitButton>
          ))}
          <Writers />
        </div>
      </FormBody>
    </section>
  );
}
