import { markdownHtml, markdownWithMentions } from "@/lib/markdown/html";
import { say } from "@/lib/messages/said";
import type { Translator } from "@/lib/messages/translate";
import type { TimelineEntry } from "@/lib/requests/timeline";
import { tellFiles } from "../attachments/tell-files";
import { EarlierWords } from "./earlier-words";
import type { Piece } from "./sentence";
import { linkTo, type Telling, tellPieces } from "./telling";
import type { ToldMessage } from "./told";

type Comment = Extract<TimelineEntry, { kind: "comment" }>;
type Note = Extract<TimelineEntry, { kind: "note" }>;
type Words = Extract<TimelineEntry, { kind: "comment" | "note" }>;

/** Colleagues whom it mentions are marked, under their present names. */
export const tellNote = (note: Note, telling: Telling): ToldMessage => ({
  ...tellWords(note, telling),
  ...(note.mentions.length > 0 && { html: markdownWithMentions(note.body, note.mentions) }),
});

export const tellWords = ({ body, files }: Words, { t }: Telling): ToldMessage => ({
  ...(body !== "" && { html: markdownHtml(body) }),
  ...(files.length > 0 && { files: tellFiles(files, t) }),
});

/** What came of a comment, and what became of its words. */
export function tellRest(comment: Comment, telling: Telling): ToldMessage {
  const { id, edited, shortened } = comment;
  const outcome = outcomeOf(comment, telling);
  return {
    ...(shortened && { shortened: tellShortened(shortened, telling.t) }),
    ...(outcome && { outcome }),
    ...(edited && { edited: <EarlierWords id={id} edited={edited} telling={telling} /> }),
  };
}

/** Nothing of a mail is left out without saying so. */
function tellShortened({ mailId, isKept }: NonNullable<Comment["shortened"]>, t: Translator): Piece[] {
  return mailId
    ? tellPieces(t, "requests.entry.shortened", { link: linkTo(`/agent/mail/${mailId}`) })
    : [t("requests.entry.left_out", { kept: isKept ? "yes" : "no" })];
}

function outcomeOf({ change, tookOn }: Comment, { t }: Telling): Piece[] | undefined {
  if (!change) return tookOn && [t("requests.entry.took_on")];
  const status = { status: change.status, label: say(t, change.label) };
  return tellPieces(t, tookOn ? "requests.entry.took_on_and_status" : "requests.entry.status_now", {
    status,
  });
}
