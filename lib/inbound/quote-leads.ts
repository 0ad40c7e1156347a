/** `footers`: sentences below the desk's own emails. */
export type DeskMarks = {
  addresses: string[];
  names: string[];
  url: string;
  prefixes: readonly string[];
  footers: string[];
};

/** Programs wrap the line that introduces a quote; no email header block is longer than this. */
const maxLeadLines = 4;
const maxHeadLines = 12;
const maxLine = 500;

/** "From" in the languages of mail programs. */
const fromLabels = new Set(
  (
    "from von de da van från fra od od/from от від kimden gönderen lähettäjä feladó από expéditeur remitente " +
    "mittente afzender absender avsändare afsender odesílatel nadawca отправитель 发件人 寄件者 寄件人 差出人 " +
    "送信元 送信者 من מאת 보낸사람 보낸 dari từ ze saatja siuntėjas expeditor"
  ).split(" "),
);

/** "wrote", right before the colon. */
const wroteAtEnd =
  /(?:^|[\s,，"”>)])(?:wrote|schrieb|schreef|(?:a |ha )?(?:écrit|escrit)|escribió|escreveu|(?:ha )?scritto|skrev|kirjoitti|napisał(?:\(a\)|a)?|napsala?|napsal\(a\)|napísala?|пишет|писал(?:\(а\)|а)?|написал(?:\(а\)|а)?|yazdı|写道|寫道|작성|írta|έγραψε|a scris|schreven)\s*[:：]$/iu;

/** The same before the name, in languages that put it there. */
const wroteFirst = /^(?:am|op|den|på|on|d\.)\s.*\s(?:schrieb|schreef|skrev)\s/iu;

const dateOrTime = /\p{Nd}{1,2}[:.h]\p{Nd}{2}|\p{Nd}{4}|\p{Nd}{1,2}[./-]\p{Nd}{1,2}/u;
const wholeDate = /\p{Nd}{4}|\p{Nd}{1,2}[./-]\s?\p{Nd}{1,2}[./-]/u;
const timeOfDay = /\p{Nd}{1,2}[:.]\p{Nd}{2}/u;
const label = /^[*_\s]{0,4}(\p{L}[\p{L} .'’/-]{0,24}?)[*_\s]{0,4}[:：]/u;
const divider = /^\s*(?:_{10,}|-{10,}|[-=]{2,}\s?[\p{L}][^-=]{3,60}?\s?[-=]{2,})\s*$/u;
const forwards =
  /forward|weitergeleitet|transf[eé]r|reenviad|encaminhad|inoltrat|doorgestuurd|vidareb|videresend|przekazan|přeposlan|пересл|пересыла|转发|轉寄|転送|iletilen|begin forwarded|message transmis/iu;

/** Removes invisible characters, which could hide an address. */
const bare = (line: string) => line.replace(/[\u200b-\u200f\u2060\u00ad]/g, "").trim();
const isBlank = (line: string | undefined) => line !== undefined && line.trim() === "";
export const isQuoted = (line: string) => /^\s{0,3}>/.test(line);

const hasAddress = (text: string, { addresses }: DeskMarks) => {
  const small = text.toLowerCase();
  return addresses.some(address => small.includes(address));
};

/** Matches whole words and case: a desk may be called IT. */
const hasName = (text: string, { names }: DeskMarks) =>
  names.some(name => {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const [before = "", after = ""] = [text[at - 1], text[at + name.length]];
      if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true;
    }
    return false;
  });

const namesDesk = (text: string, marks: DeskMarks) => hasAddress(text, marks) || hasName(text, marks);

/** Requires a date, and "wrote" or the desk's name: people also end a line with a colon before quotes of their own. */
function announces(said: string, marks: DeskMarks, isBeforeQuote: boolean): boolean {
  const text = bare(said);
  if (text.length > maxLine) return false;
  const isByDesk = namesDesk(text, marks);
  if (wroteAtEnd.test(text))
    return dateOrTime.test(text) ? isBeforeQuote || isByDesk : isBeforeQuote && isByDesk;
  if (!dateOrTime.test(text)) return false;
  if (isBeforeQuote) return isByDesk || /<[^<>\s]+@[^<>\s]+>/.test(text);
  // Without quote marks below, require the exact format that programs write.
  return isByDesk && (/[<(["“][^<>()]*@[^<>()]*[>)\]"”]/.test(text) || wroteFirst.test(text));
}

/** The number of lines from `at` that introduce a quote; 0 if none. */
export function announcementAt(lines: string[], at: number, marks: DeskMarks): number {
  const said: string[] = [];
  for (let count = 1; count <= maxLeadLines; count++) {
    const line = lines[at + count - 1];
    if (line === undefined || isBlank(line) || isQuoted(line) || line.length > maxLine) return 0;
    said.push(line);
    if (!/[:：]$/.test(bare(line))) {
      if (/[.!?。！？]$/.test(bare(line))) return 0;
      continue;
    }
    const follows = lines.slice(at + count, at + count + 3).find(other => !isBlank(other));
    const isBeforeQuote = follows !== undefined && isQuoted(follows);
    const isShorter = said.some((_, from) => {
      const part = said.slice(from).join(" ");
      // Without a date, these lines may continue an introduction that started with one.
      const isWhole = dateOrTime.test(part) || !wholeDate.test(said[0] ?? "");
      return from > 0 && isWhole && announces(part, marks, isBeforeQuote);
    });
    return !isShorter && announces(said.join(" "), marks, isBeforeQuote) ? count : 0;
  }
  return 0;
}

/** Counts the lines of an earlier email's header block: three labels, one of them "from", and an @ or a time. */
export function headAt(lines: string[], at: number, marks: DeskMarks): number {
  let index = at;
  let hasDivider = false;
  while (index < at + 3 && (divider.test(lines[index] ?? "") || (hasDivider && isBlank(lines[index])))) {
    if (forwards.test(lines[index] ?? "")) return 0;
    hasDivider = true;
    index++;
  }
  const announced = hasDivider ? announcementAt(lines, index, marks) : 0;
  if (announced > 0) return index + announced - at;
  const first = index;
  const labels: string[] = [];
  let head = "";
  let isFromDesk = false;
  for (; index < first + maxHeadLines; index++) {
    const line = lines[index] ?? "";
    if (isBlank(line) || isQuoted(line) || line.length > maxLine * 4) break;
    const named = label.exec(bare(line))?.[1];
    if (named) labels.push(named.trim().toLowerCase());
    if (named && isFrom(named.trim().toLowerCase()) && hasName(line, marks)) isFromDesk = true;
    if (labels.length === 0) return 0;
    head += `${line}\n`;
  }
  const isHead = labels.length >= (hasDivider ? 2 : 3) && labels.slice(0, 3).some(isFrom);
  const isSure = head.includes("@") || timeOfDay.test(head) || hasDivider;
  const isOurs =
    isFromDesk || hasAddress(head, marks) || marks.prefixes.some(prefix => head.includes(`[${prefix}-`));
  return isHead && isSure && isOurs ? index - at : 0;
}

const isFrom = (name: string) => fromLabels.has(name) || fromLabels.has(name.replace(/\s/g, ""));

export const isForward = (line: string) =>
  line.length < 200 &&
  forwards.test(line) &&
  (divider.test(line) || /^\s*begin forwarded|[:：]\s*$/iu.test(line));

/** Mail programs may replace the apostrophe. */
const withPlainMarks = (text: string) => text.replaceAll("’", "'").toLowerCase();

export function isFooter(line: string, { url, footers }: DeskMarks): boolean {
  if (line.length > maxLine) return false;
  const said = withPlainMarks(line);
  return (
    footers.some(footer => said.includes(withPlainMarks(footer))) ||
    (line.includes(url) &&
      !/\/(?:agent\/)?(?:requests|catalog)\//.test(line) &&
      line.trim().split(/\s+/).length < 8)
  );
}
