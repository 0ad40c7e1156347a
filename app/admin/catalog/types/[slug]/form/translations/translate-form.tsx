"use client";

import { type ReactNode, useState } from "react";
import { count, fill, useTexts } from "@/components/messages/browser-texts";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { missingTexts, textsOfForm, withTranslation } from "@/lib/catalog/field-texts";
import type { Field } from "@/lib/catalog/fields";
import type { FormAction } from "@/lib/form/form-state";
import type { PluralForms } from "@/lib/messages/format";
import { drafted, fieldsOf } from "../drafting";
import type { BuilderTexts } from "../texts";
import { useDraft } from "../use-draft";
import { TextRow } from "./text-row";

type Texts = {
  builder: BuilderTexts;
  missing: PluralForms;
  complete: string;
  untranslated: string;
  question: string;
  choice: string;
};

type Props = {
  slug: string;
  version: number;
  fields: Field[];
  /** The one to translate to. */
  language: { tag: string; direction: "ltr" | "rtl" };
  /** The desk's. */
  own: string;
  save: FormAction;
  texts: Texts;
};

/** Saved with the draft of the form, as what is typed in the builder. */
export function TranslateForm({ slug, version, fields: given, language, own, save, texts }: Props) {
  const { builder } = texts;
  const { language: said } = useTexts();
  const [present, change] = useState(() => drafted(given));
  const { saving, settle, replaceTheirs, showTheirs } = useDraft(
    { present },
    { slug, version, save, unreachable: builder["status.unreachable"] },
  );
  const fields = fieldsOf(present);
  const missing = missingTexts(fields, language.tag);
  const shown = textsOfForm(fields).filter(({ text, isRetired }) => text !== "" && !isRetired);
  const compare = `/admin/catalog/types/${slug}/form/publish`;
  return (
    <div className="scripted grid gap-6">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p role="status" className="flex-1 text-ink-soft text-sm">
          {missing > 0 ? count({ language: said }, texts.missing, missing) : texts.complete}
          {" · "}
          {saving.is === "failed"
            ? fill(builder["status.failed"], { reason: saving.reason })
            : builder[`status.${saving.is === "conflict" ? "unsaved" : saving.is}`]}
        </p>
        {saving.is === "failed" && (
          <Button type="button" size="small" onClick={() => settle()}>
            {builder["status.retry"]}
          </Button>
        )}
        <a
          href={compare}
          className={buttonClass("primary", "small")}
          onClick={async event => {
            event.preventDefault();
            if (await settle()) location.assign(compare);
          }}
        >
          {builder["publish.open"]}
        </a>
      </div>
      {saving.is === "conflict" && (
        <Conflict texts={builder} reason={saving.reason}>
          <Button type="button" size="small" onClick={showTheirs}>
            {builder["conflict.theirs"]}
          </Button>
          <Button type="button" size="small" onClick={replaceTheirs}>
            {builder["conflict.mine"]}
          </Button>
        </Conflict>
      )}
      {fields.map(({ key, label }, index) => (
        <fieldset key={key} className="card">
          <legend className="sr-only">
            {fill(texts.question, { number: String(index + 1), label: label || builder.untitled })}
          </legend>
          <div className="card-body grid gap-5">
            {shown
              .filter(one => one.key === key)
              .map(one => (
                <TextRow
                  key={typeof one.name === "string" ? one.name : `option ${one.name.option}`}
                  {...{ one, fields, language, own }}
                  name={typeof one.name === "string" ? builder[`property.${one.name}`] : texts.choice}
                  untranslated={texts.untranslated}
                  say={text =>
                    change(now => drafted(withTranslation(fieldsOf(now), one, language.tag, text)))
                  }
                />
              ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}

type ConflictProps = { texts: BuilderTexts; reason: string; children: ReactNode };

const Conflict = ({ texts, reason, children }: ConflictProps) => (
  <Banner
    tone="warn"
    role="alert"
    title={texts.conflict}
    action={<div className="flex flex-wrap gap-2">{children}</div>}
  >
    {reason}
  </Banner>
);
