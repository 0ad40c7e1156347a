const isQuoted = (line: string) => /^\s{0,3}>/.test(line);
const isBlank = (line: string) => line.trim() === "";
const dividers =
  /^\s*-{2,}\s*(original message|original appointment|ursprüngliche nachricht|message d'origine|mensaje original|messaggio originale|oorspronkelijk bericht)\s*-{2,}\s*$/i;
const fromLine = /^\s*\*?(from|von|de|da|van|från|fra|od):\*?\s*\S/i;
const sentLine =
  /^\s*\*?(sent|date|to|subject|gesendet|datum|an|betreff|envoyé|à|objet|enviado|para|asunto|inviato|a|oggetto|verzonden|aan|onderwerp|skickat|till|ämne):\*?/i;
const wrote =
  /\b(wrote|schrieb|schreef|écrit|escribió|escreveu|scritto|skrev|kirjoitti|napisał|napisał\(a\))\b[^:]*:\s*$/i;
const announces = new RegExp(`^\\s*(on|am|le|el|il|op|den|em|w dniu)\\b.*\\d.*${wrote.source}`, "i");
const devices =
  /^(sent from (my|mail|outlook|yahoo|proton)|get outlook for|von meinem .{1,40} gesendet|gesendet von|gesendet mit|envoyé de mon|enviado desde mi|inviato da|verstuurd vanaf)\b.{0,80}$/i;

/**
 * What somebody wrote, without what they answered to and without their signature. A quote between two answers stays,
 * because the answers would mean nothing without it.
 */
export function foldReply(text: string): string {
  const lines = text
    .replaceAll("\u00a0", " ")
    .split("\n")
    .map(line => line.trimEnd());
  const runs = runsOf(cutDivided(lines));
  const isConversation = runs.filter(isAnswer).length > 1;
  const kept = runs.filter(
    ({ quoted }, place) => !quoted || (isConversation && runs.slice(place + 1).some(isAnswer)),
  );
  return kept
    .map(({ words }) => words.join("\n"))
    .filter(words => words !== "")
    .join("\n\n")
    .trim();
}

type Run = { quoted: boolean; words: string[] };
const isAnswer = ({ quoted, words }: Run) => !quoted && words.length > 0;

/** Turns of quoted and own lines; own ones without the line that announces a quote, and without signature. */
function runsOf(lines: string[]): Run[] {
  const runs: Run[] = [];
  for (const line of lines) {
    const quoted = isQuoted(line);
    const last = runs.at(-1);
    if (last && (last.quoted === quoted || (last.quoted && isBlank(line)))) last.words.push(line);
    else runs.push({ quoted, words: [line] });
  }
  return runs.map((run, place) =>
    run.quoted
      ? { ...run, words: trim(run.words) }
      : { ...run, words: withoutSignature(withoutAnnouncement(run.words, runs[place + 1]?.quoted === true)) },
  );
}

/** "On Monday Ada wrote:", which some programs break into two or three lines. */
function withoutAnnouncement(lines: string[], isBeforeQuote: boolean): string[] {
  const words = trim(lines);
  const last = words.at(-1);
  if (!isBeforeQuote || !last?.endsWith(":")) return words;
  for (let count = 1; count <= 3 && count <= words.length; count++) {
    const start = words.length - count;
    const said = words.slice(start).join(" ");
    const isAtParagraph = start === 0 || isBlank(words[start - 1] ?? "");
    if (said.length < 500 && (wrote.test(said) || /@|\d{4}|\d{1,2}:\d\d/.test(said)) && isAtParagraph)
      return trim(words.slice(0, start));
  }
  return last.length < 500 && wrote.test(last) ? trim(words.slice(0, -1)) : words;
}

function withoutSignature(lines: string[]): string[] {
  const sign = lines.lastIndexOf("--");
  const words = trim(sign < 0 ? lines : lines.slice(0, sign));
  while (devices.test(words.at(-1)?.trim() ?? "")) words.splice(-1, 1, "");
  return trim(words);
}

/** Everything before the head of an earlier mail that follows without any mark of a quote. */
function cutDivided(lines: string[]): string[] {
  const at = lines.findIndex((line, place) => {
    // No head of a mail is longer, and the patterns are slow on what is.
    if (line.length > 500) return false;
    const following = lines.slice(place + 1, place + 10).filter(other => !isBlank(other));
    if (dividers.test(line)) return true;
    if (/^\s*_{20,}$/.test(line)) return fromLine.test((following[0] ?? "").slice(0, 500));
    if (fromLine.test(line)) return following.slice(0, 5).filter(other => sentLine.test(other)).length >= 2;
    // An announcement without quoted lines after it: all of the rest is what was answered to.
    return announces.test(line) && following[0] !== undefined && !isQuoted(following[0]);
  });
  return at < 0 ? lines : lines.slice(0, at);
}

function trim(lines: string[]): string[] {
  let [start, end] = [0, lines.length];
  while (start < end && isBlank(lines[start] ?? "")) start++;
  while (end > start && isBlank(lines[end - 1] ?? "")) end--;
  return lines.slice(start, end);
}
