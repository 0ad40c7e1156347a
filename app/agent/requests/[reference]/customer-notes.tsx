import type { ReactNode } from "react";
import { VersionField } from "@/components/canned-replies/version-field";
import { FormBody } from "@/components/form/form-body";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { type Piece, Sentence } from "@/components/requests/sentence";
import { addNote, changeNote, removeNote } from "./actions";
import { NoteFold } from "./note-fold";

type ToldNote = {
  id: string;
  body: string;
  version: number;
  written: Piece[];
  edit: Piece[];
  remove: Piece[];
};

export type ToldCustomerNotes = {
  title: string;
  none: string;
  notes: ToldNote[];
  add: string;
  words: { label: string; help: string; maxLength: number };
  save: { label: string; working: string };
};

type Props = { reference: string; told: ToldCustomerNotes; language?: string };

/** What agents know about a customer: each to be changed or removed, and room for more. */
export function CustomerNotes({ reference, told, language }: Props) {
  const { title, none, notes, add, words } = told;
  return (
    <section aria-labelledby="customer-notes" className="customer-notes">
      <h3 id="customer-notes">{title}</h3>
      {notes.length === 0 && <p>{none}</p>}
      {notes.length > 0 && (
        <ul>
          {notes.map(note => (
            <li key={note.id}>
              <p dir="auto" className="as-typed">
                {note.body}
              </p>
              <p>
                <Sentence pieces={note.written} language={language} />
              </p>
              <Changing reference={reference} note={note} told={told} />
            </li>
          ))}
        </ul>
      )}
      <NoteFold
        label={add}
        form={{ action: addNote, id: "add-note", labels: { body: words.label }, hidden: { reference } }}
      >
        <Words told={told} />
      </NoteFold>
    </section>
  );
}

function Changing({ reference, note, told }: { reference: string; note: ToldNote; told: ToldCustomerNotes }) {
  const { id, body, version } = note;
  const hidden = { reference, note: id };
  return (
    <NoteFold
      label={<Sentence pieces={note.edit} />}
      isQuiet
      version={version}
      form={{ action: changeNote, id: `change-${id}`, labels: { body: told.words.label }, hidden }}
      beside={
        <FormBody action={removeNote} id={`remove-${id}`} labels={{}} hidden={hidden}>
          <VersionField version={version} />
        </FormBody>
      }
    >
      <VersionField version={version} />
      <Words told={told} body={body}>
        <button type="submit" form={`remove-${id}`} className="button button-danger button-small">
          <Sentence pieces={note.remove} />
        </button>
      </Words>
    </NoteFold>
  );
}

type WordsProps = { told: ToldCustomerNotes; body?: string; children?: ReactNode };

const Words = ({ told: { words, save }, body, children }: WordsProps) => (
  <>
    <TextField name="body" rows={4} {...words} {...(body !== undefined && { defaultValue: body })} />
    <div className="mt-3 flex flex-wrap gap-2">
      <SubmitButton size="small" working={save.working}>
        {save.label}
      </SubmitButton>
      {children}
    </div>
  </>
);
