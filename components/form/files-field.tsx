"use client";

import clsx from "clsx";
import { type ReactNode, useRef, useState } from "react";
import { count, fill, useTexts } from "@/components/messages/browser-texts";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import type { FileRules } from "@/lib/attachments/limits";
import { type FileView, sizeOf } from "@/lib/form/file-view";
import { Field, type Need } from "./field";
import { describedBy, typedIn, useField, useForm } from "./form-context";
import { type Going, useFiles } from "./use-files";
import { useGivenFiles } from "./use-given-files";

export type FilesOffer = FileRules & {
  unsent: FileView[];
};

type Props = FilesOffer & {
  name: string;
  label: string;
  need?: Need;
  help?: ReactNode;
  sent?: FileView[];
};

/** With script, files upload as soon as they are chosen, dropped or pasted; without, they are posted with the form. */
export function FilesField({ name, label, need, help, unsent, sent = [], most, megabytes }: Props) {
  const texts = useTexts();
  const { id, errors } = useField(name);
  const { state } = useForm();
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [there] = useState([...sent, ...unsent]);
  const { files, going, announcement, take, remove } = useFiles(there, { field: name, most, megabytes });
  const isAbove = useGivenFiles(box, take);
  const posted = state?.initialValue ? [typedIn(state.initialValue, name)].flat() : null;
  // Without script, unticked files are left out, and files added by the last answer are included.
  const isIn = (file: FileView) => posted === null || !there.includes(file) || posted.includes(file.id);
  const limits = (
    <>
      {help} {fill(count(texts, texts["files.limits"], most), { megabytes })}
      <span className="unscripted"> {texts["files.limits.unscripted"]}</span>
    </>
  );
  return (
    <Field id={id} label={label} need={need} help={limits} errors={errors}>
      <div ref={box} data-files="" className={clsx("files-field", isAbove && "above")}>
        {files.length > 0 && (
          <ul className="there">
            {files.map(file => (
              <li key={file.id}>
                <label className="file">
                  <input
                    type="checkbox"
                    name={name}
                    value={file.id}
                    data-file=""
                    defaultChecked={isIn(file)}
                    className="unscripted"
                  />
                  <span className="wrap-anywhere">
                    <bdi>{file.name}</bdi> <span className="size">({sizeOf(file.size, texts.language)})</span>
                  </span>
                </label>
                <button
                  type="button"
                  onClick={() => {
                    remove(file, sent.includes(file));
                    input.current?.focus();
                  }}
                  className={clsx("scripted", buttonClass("quiet", "small"))}
                >
                  <span aria-hidden="true">{texts["files.remove"]}</span>
                  <span className="sr-only">{fill(texts["files.remove.name"], { name: file.name })}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
        <div>
          <input
            ref={input}
            id={id}
            type="file"
            name={name}
            multiple={most > 1}
            aria-describedby={describedBy(id, true, errors.length > 0)}
            onChange={event => {
              const chosen = [...(event.target.files ?? [])];
              // Already uploaded; posting them with the form would send them twice.
              event.target.value = "";
              take(chosen);
            }}
            className="attach"
          />
          {/* The browser's own button would say "No file chosen". */}
          <label htmlFor={id} className={clsx("scripted attach-button", buttonClass("secondary", "small"))}>
            <Icon name="paperclip" />
            {count(texts, texts["files.choose"], most)}
          </label>
          <span className="scripted max-sm:hidden">{texts["files.drop"]}</span>
        </div>
        <p role="status" className="sr-only">
          {announcement}
        </p>
        <ul aria-live="polite" className="going">
          {going.map(row => (
            <Row key={row.key} row={row} />
          ))}
        </ul>
      </div>
    </Field>
  );
}

function Row({ row: { name, share, error } }: { row: Going }) {
  const sending = fill(useTexts()["files.sending"], { name });
  if (error) return <li className="refused">{error}</li>;
  return (
    <li>
      <span>{sending}</span>
      <progress value={share} aria-label={sending} />
    </li>
  );
}
