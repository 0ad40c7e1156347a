import { announcementAt, type DeskMarks, headAt, isFooter, isForward, isQuoted } from "./quote-leads";
import { dropSignature, trimLines } from "./signature";

export type Stripped = { words: string; isShortened: boolean };

/** Sections of an email: the writer's own text, a quote with marks, and a quote without. */
type Turn = { kind: "own" | "quote" | "unmarked"; lines: string[]; hasLead: boolean };

/**
 * Removes quotes that a program introduced or that are of the desk's own emails, and the signature. Keeps quotes
 * between two answers and quotes the writer made, and everything if nothing else would be left. Linear.
 */
export function stripQuotes(text: string, marks: DeskMarks, isForwarded = false): Stripped {
  const lines = text.replaceAll("\u00a0", " ").split("\n");
  const turns = turnsOf(lines, marks, isForwarded);
  const kept = keptOf(turns, marks);
  const words = trimLines(kept.flatMap((turn, index) => [...(index > 0 ? [""] : []), ...turn]))
    .map(line => line.trimEnd())
    .join("\n");
  const whole = trimLines(lines)
    .map(line => line.trimEnd())
    .join("\n");
  if (words === "" && turns.some(({ kind }) => kind === "unmarked"))
    return { words: whole, isShortened: false };
  return { words, isShortened: lettersOf(words) < lettersOf(whole) };
}

function turnsOf(lines: string[], marks: DeskMarks, isForwarded: boolean): Turn[] {
  const turns: Turn[] = [{ kind: "own", lines: [], hasLead: false }];
  let isPassedOn = isForwarded;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const last = turns.at(-1) as Turn;
    isPassedOn ||= isForward(line);
    const lead = isPassedOn ? 0 : leadAt(lines, at, marks);
    if (lead > 0) {
      const isMarked = isQuoted(
        lines.slice(at + lead, at + lead + 3).find(other => other.trim() !== "") ?? "",
      );
      turns.push({ kind: isMarked ? "quote" : "unmarked", lines: [], hasLead: true });
      at += lead - 1;
    } else if (last.kind === "unmarked") {
      last.lines.push(line);
    } else if (isQuoted(line)) {
      if (last.kind === "quote") last.lines.push(line);
      else turns.push({ kind: "quote", lines: [line], hasLead: false });
    } else if (last.kind === "quote" && line.trim() !== "") {
      turns.push({ kind: "own", lines: [line], hasLead: false });
    } else last.lines.push(line);
  }
  return turns.flatMap(turn => (turn.kind === "unmarked" ? splitAtFooter(turn, marks) : [turn]));
}

const leadAt = (lines: string[], at: number, marks: DeskMarks) =>
  headAt(lines, at, marks) || announcementAt(lines, at, marks);

/** Text below the footer of the desk's email is the writer's again. */
function splitAtFooter(turn: Turn, marks: DeskMarks): Turn[] {
  const end = turn.lines.findLastIndex(line => isFooter(line, marks));
  const below = end < 0 ? [] : trimLines(turn.lines.slice(end + 1));
  if (below.length === 0) return [turn];
  return [
    { ...turn, lines: turn.lines.slice(0, end + 1) },
    { kind: "own", lines: below, hasLead: false },
  ];
}

function keptOf(turns: Turn[], marks: DeskMarks): string[][] {
  const own = turns.map(turn => (turn.kind === "own" ? dropSignature(turn.lines) : []));
  const said = own.map(lines => lines.length > 0);
  const firstQuote = turns.findIndex(({ kind }) => kind !== "own");
  // A single answer above or below makes sense without the quote; several answers do not.
  const isConversation = said.filter((isSaid, index) => isSaid && index > firstQuote).length > 1;
  const lastSaid = said.lastIndexOf(true);
  return turns.flatMap(({ kind, lines, hasLead }, index) => {
    if (kind === "own") return said[index] ? [own[index] ?? []] : [];
    if (kind === "unmarked") return [];
    const above = own[index - 1]?.at(-1)?.trimEnd() ?? "";
    const isWriters = !hasLead && /[:：]$/.test(above) && !isOfDesk(lines, marks);
    const belongs = isWriters || (isConversation && index < lastSaid);
    return belongs ? [trimLines(lines)] : [];
  });
}

function isOfDesk(lines: string[], marks: DeskMarks): boolean {
  const bare = lines.map(line => line.replace(/^[\s>]+/, ""));
  return (
    bare.slice(0, 4).some((_, index) => leadAt(bare.slice(0, 16), index, marks) > 0) ||
    bare.some(line => line.includes(marks.url) || isFooter(line, marks))
  );
}

/** Counts letters and digits; ignores punctuation, quote marks and space. */
const lettersOf = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
