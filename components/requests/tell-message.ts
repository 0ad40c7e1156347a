import { tellTime } from "@/components/ui/told-time";
import { markdownHtml } from "@/lib/markdown/html";
import { say } from "@/lib/messages/said";
import type { Translator } from "@/lib/messages/translate";
import type { FirstMessage } from "@/lib/requests/first-message";
import type { TimelineEntry } from "@/lib/requests/timeline";
import { tellFiles } from "../attachments/tell-files";
import type { Piece } from "./sentence";
import { tellAnswer } from "./tell-answer";
import { link, type Telling, tellPieces, unseen } from "./telling";
import type { ToldEdits, ToldMessage, ToldRequest } from "./told";

type Comment = Extract<TimelineEntry, { kind: "comment" }>;
type Words = Extract<TimelineEntry, { kind: "comment" | "note" }>;

export const tellWords = ({ body, files }: Words, { t }: Telling): Omit<ToldMessage, "by"> => ({
  ...(body !== "" && { html: markdownHtml(body) }),
  ...(files.length > 0 && { files: tellFiles(files, t) }),
});

/** What came of a comment, and what became of its words. */
export function tellRest(comment: Comment, telling: Telling): Omit<ToldMessage, "by"> {
  const { edited, editing, shortened } = comment;
  const outcome = outcomeOf(comment, telling);
  return {
    ...(shortened && { shortened: tellShortened(shortened, telling.t) }),
    ...(outcome && { outcome }),
    ...(edited && { edited: tellEdits(comment.id, edited, telling) }),
    ...(editing && { edit: editing.isAsked ? "open" : "offered" }),
  };
}

/** Nothing of a mail is left out without saying so. */
function tellShortened({ mailId, isKept }: NonNullable<Comment["shortened"]>, t: Translator): Piece[] {
  return mailId
    ? tellPieces(t, "requests.entry.shortened", { link: link(`/agent/mail/${mailId}`) })
    : [t("requests.entry.left_out", { kept: isKept ? "yes" : "no" })];
}

function outcomeOf({ change, tookOn }: Comment, { t }: Telling): Piece[] | undefined {
  if (!change) return tookOn && [t("requests.entry.took_on")];
  const status = { status: change.status, label: say(t, change.label) };
  return tellPieces(t, tookOn ? "requests.entry.took_on_and_status" : "requests.entry.status_now", {
    status,
  });
}

function tellEdits(
  id: string,
  { at, earlier, isCut }: NonNullable<Comment["edited"]>,
  { t, clock, path }: Telling,
): ToldEdits {
  const timeOf = (at: string) => ({ time: tellTime(at, clock) });
  return {
    said: tellPieces(t, "requests.edited", { time: timeOf(at), unseen }),
    earlier: earlier.map(({ body, at }) => ({
      said: tellPieces(t, "requests.edited.earlier", { time: timeOf(at) }),
      html: markdownHtml(body),
    })),
    ...(isCut && {
      cut: tellPieces(t, "requests.edited.cut", { link: link(`${path}?entry=${id}#entry-${id}`) }),
    }),
  };
}

export function tellRequest(
  { said, facts, corrected }: FirstMessage,
  { t, clock, view, path, canCorrect }: Telling,
): ToldRequest {
  return {
    said: said.map(answer => tellAnswer(answer, t)),
    facts: facts.map(answer => tellAnswer(answer, t)),
    ...(said.length === 0 && facts.length === 0 && { none: t("requests.entry.no_details") }),
    ...(corrected && {
      corrected: tellPieces(t, "requests.entry.corrected", {
        time: { time: tellTime(corrected.at, clock) },
        link: link(`${path}?entry=${corrected.entry}#entry-${corrected.entry}`),
      }),
    }),
    ...(canCorrect &&
      view === "customer" && { correct: { label: t("requests.entry.correct"), href: `${path}/correct` } }),
  };
}
