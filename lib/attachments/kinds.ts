/** `pictures` accepts any known image: phones and browsers save one format under the extension of another. */
export type Kind = { type: string; proof: "pictures" | "text" | string[]; orText?: true };

const text = (type: string): Kind => ({ type, proof: "text" });
const known = (type: string, ...others: string[]): Kind => ({ type, proof: [type, ...others] });
const office = (kind: string) =>
  known(`application/vnd.openxmlformats-officedocument.${kind}`, "application/zip");
const openDocument = (kind: string) => known(`application/vnd.oasis.opendocument.${kind}`, "application/zip");
/** Many programs write HTML, plain text, RTF or the newer format under the old Office extensions. */
const legacyOffice = (type: string): Kind => ({
  type,
  proof: ["application/x-cfb", "application/rtf", "application/zip", ...newerOffice],
  orText: true,
});
const newerOffice = ["spreadsheetml.sheet", "wordprocessingml.document", "presentationml.presentation"].map(
  kind => `application/vnd.openxmlformats-officedocument.${kind}`,
);
const picture = (type: string): Kind => ({ type, proof: "pictures" });

const pictures: Record<string, string> = {
  "image/png": "image/png",
  "image/apng": "image/png",
  "image/jpeg": "image/jpeg",
  "image/gif": "image/gif",
  "image/webp": "image/webp",
  "image/heic": "image/heic",
  "image/heic-sequence": "image/heic",
  "image/heif": "image/heif",
  "image/heif-sequence": "image/heif",
  "image/avif": "image/avif",
  "image/bmp": "image/bmp",
  "image/tiff": "image/tiff",
};

export const pictureType = (mime: string) =>
  Object.hasOwn(pictures, mime) ? (pictures[mime] ?? null) : null;

/** Accepted extensions (OWASP ASVS 5.2.2). Nothing that a browser would execute: no HTML, SVG or scripts. */
const kinds: Record<string, Kind> = {
  png: picture("image/png"),
  jpg: picture("image/jpeg"),
  jpeg: picture("image/jpeg"),
  jpe: picture("image/jpeg"),
  jfif: picture("image/jpeg"),
  gif: picture("image/gif"),
  webp: picture("image/webp"),
  heic: picture("image/heic"),
  heif: picture("image/heif"),
  hif: picture("image/heif"),
  avif: picture("image/avif"),
  bmp: picture("image/bmp"),
  tif: picture("image/tiff"),
  tiff: picture("image/tiff"),
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

export const shownTypes = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

export function endingOf(type: string): string | null {
  const found = Object.entries(kinds).find(([, kind]) => kind.type === type || kind.proof.includes(type));
  return found?.[0] ?? null;
}

export function kindOf(name: string): Kind | null {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(kinds, ending) ? (kinds[ending] ?? null) : null;
}
