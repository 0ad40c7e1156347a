import type { ReactNode } from "react";
import { FaceAsTold } from "@/components/ui/face";
import { Markdown } from "@/components/ui/markdown";
import { SupportBadge } from "@/components/ui/support-badge";
import { Files } from "../attachments/files";
import { EntryTime } from "./entry-time";
import { Sentence } from "./sentence";
import {
  type Author,
  factsOf,
  type ToldDay,
  type ToldEntry,
  type ToldHistory,
  type ToldMessage,
} from "./told";

type Props = { entry: Extract<ToldEntry, ToldMessage>; day: ToldDay; told: ToldHistory; form: ReactNode };

/** Everything that somebody wrote: who, for which side, when, a link to it, and the words. */
export function EntryMessage({ entry, day, told, form }: Props) {
  const { html, files, request, shortened, outcome, edited } = entry;
  const { id, edit, ...facts } = factsOf(entry);
  const { authors, language, words } = told;
  const author = authors[Number(facts.author)];
  if (!author) return null;
  return (
    <>
      {FaceAsTold({ face: author.face })}
      <article className={author.look === "customer" ? "message" : `message ${author.look}`}>
        <header>
          <span>
            <Sentence pieces={author.said} language={language} />
          </span>
          {author.side && drawSide(author.look, author.side)}
          <EntryTime entry={entry} day={day} told={told} />
        </header>
        {request}
        {form || (html && <Markdown html={html} />)}
        {files && <Files files={files} />}
        {shortened && (
          <p>
            <Sentence pieces={shortened} language={language} />
          </p>
        )}
        {outcome && (
          <p className="outcome">
            <Sentence pieces={outcome} language={language} />
          </p>
        )}
        {(edited || edit === "offered") && (
          <footer>
            {edited}
            {edit === "offered" && (
              <a href={`?edit=${id}#entry-${id}`} data-load="soft" className="edit-words">
                {words.edit}
              </a>
            )}
          </footer>
        )}
      </article>
    </>
  );
}

function drawSide(look: Author["look"], label: string) {
  if (look === "support") return <SupportBadge label={label} />;
  return <span className="side">{label}</span>;
}
