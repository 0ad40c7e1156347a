/** What the desk says a file is when it hands it out, and what its content must prove to be. */
type Kind = { type: string; proof: "text" | string[] };

const text = (type: string): Kind => ({ type, proof: "text" });
const known = (type: string, ...others: string[]): Kind => ({ type, proof: [type, ...others] });
const office = (kind: string) =>
  known(`application/vnd.openxmlformats-officedocument.${kind}`, "application/zip");
const openDocument = (kind: string) => known(`application/vnd.oasis.opendocument.${kind}`, "application/zip");
const legacyOffice = (type: string): Kind => ({ type, proof: ["application/x-cfb"] });

/**
 * Every kind of file that the desk takes, by the ending of its name (OWASP ASVS 5.2.2: the content must agree).
 * Nothing that a browser would run: no HTML, no SVG, no script. Archives are kept as they are and never opened.
 */
const kinds: Record<string, Kind> = {
  png: known("image/png"),
  jpg: known("image/jpeg"),
  jpeg: known("image/jpeg"),
  gif: known("image/gif"),
  webp: known("image/webp"),
  heic: known("image/heic", "image/heif", "image/heic-sequence"),
  avif: known("image/avif"),
  bmp: known("image/bmp"),
  tif: known("image/tiff"),
  tiff: known("image/tiff"),
  pdf: known("application/pdf"),
  txt: text("text/plain"),
  log: text("text/plain"),
  md: text("text/markdown"),
  csv: text("text/csv"),
  tsv: text("text/tab-separated-values"),
  json: text("application/json"),
  xml: text("application/xml"),
  yaml: text("application/yaml"),
  yml: text("application/yaml"),
  ini: text("text/plain"),
  conf: text("text/plain"),
  eml: text("message/rfc822"),
  ics: text("text/calendar"),
  vcf: text("text/vcard"),
  rtf: known("application/rtf"),
  docx: office("wordprocessingml.document"),
  xlsx: office("spreadsheetml.sheet"),
  pptx: office("presentationml.presentation"),
  odt: openDocument("text"),
  ods: openDocument("spreadsheet"),
  odp: openDocument("presentation"),
  doc: legacyOffice("application/msword"),
  xls: legacyOffice("application/vnd.ms-excel"),
  ppt: legacyOffice("application/vnd.ms-powerpoint"),
  msg: legacyOffice("application/vnd.ms-outlook"),
  zip: known("application/zip"),
  "7z": known("application/x-7z-compressed"),
  gz: known("application/gzip"),
  tgz: known("application/gzip"),
  tar: known("application/x-tar"),
  mp4: known("video/mp4"),
  mov: known("video/quicktime"),
  webm: known("video/webm"),
  mp3: known("audio/mpeg"),
  m4a: known("audio/mp4", "audio/x-m4a", "video/mp4"),
  wav: known("audio/wav"),
  ogg: known("audio/ogg", "video/ogg", "application/ogg"),
};

/** The kinds that pages show as pictures. */
export const shownTypes = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

/** The ending for a type of content; null for one that the desk does not take. */
export function endingOf(type: string): string | null {
  const found = Object.entries(kinds).find(([, kind]) => kind.type === type || kind.proof.includes(type));
  return found?.[0] ?? null;
}

/** The kind that a name promises; null for one that the desk does not take. */
export function kindOf(name: string): Kind | null {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(kinds, ending) ? (kinds[ending] ?? null) : null;
}
