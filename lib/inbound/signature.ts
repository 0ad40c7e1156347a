const begins =
  /^(?:sent (?:from|with|using|via)|get outlook|von meinem|gesendet (?:von|mit|aus)|diese nachricht wurde von|envoyé (?:de|depuis|à partir)|télécharge|obtenir outlook|enviado (?:desde|do|a partir|con|de)|obtener outlook|obter o outlook|inviato da|ottieni outlook|scarica outlook|verzonden (?:vanaf|met|vanuit)|verstuurd (?:vanaf|met|vanuit)|outlook voor|skickat från|sendt fra|hämta outlook|hent outlook|lähetetty|wysłan[eo] z|pobierz outlook|odesláno z|odoslané z|отправлено (?:с|из)|надіслано з|发自|發自|从我的|從我的|获取 ?outlook|下载|şuradan gönderildi|أُ?رسل(?:ت)? من|تم الإرسال من|נשלח מ|trimis (?:de pe|din)|στάλθηκε|elküldve|küldve|gửi từ|나의|내 )/iu;
const ends = /(?:から送信|gönderildi|에서 보냄|を入手|lähetetty)[.。]?$/iu;
const devices =
  /iphone|ipad|ipod|apple|macbook|android|samsung|galaxy|huawei|xiaomi|redmi|oneplus|pixel|nokia|blackberry|windows|outlook|yahoo|proton|gmail|gmx|web\.de|mail\.ru|mail app|myмail|mymail|yandex|яндекс|thunderbird|spark|aol|qq|163|网易|mobile?\b|mobil|smartphone|handy|telefon|phone|t-mobile|orange|free mail|k-9|mail\b/iu;

const maxAfterDashes = 8;
const maxAfterSign = 15;
const longestName = 100;

const isBlank = (line: string | undefined) => line === undefined || line.trim() === "";

/** Whether a line is like "Sent from my iPhone": short, and about a program or device. */
function isDeviceLine(line: string): boolean {
  if (line.length > 200) return false;
  const said = line.replace(/[<([]*https?:\/\/\S*|[\][]/g, "").trim();
  return said.length < 75 && (begins.test(said) || ends.test(said)) && devices.test(said);
}

export function dropSignature(lines: string[]): string[] {
  const sign = signatureAt(lines);
  const words = trimLines(sign < 0 ? lines : lines.slice(0, sign));
  while (words.length > 0 && isDeviceLine(words.at(-1) ?? "") && isBlank(words.at(-2))) {
    words.pop();
    while (words.length > 0 && isBlank(words.at(-1))) words.pop();
  }
  return words;
}

/**
 * "-- " marks a signature (RFC 3676); "--" may be part of a list, so it needs an empty line above and few lines
 * below.
 */
function signatureAt(lines: string[]): number {
  const at = lines.findLastIndex(line => line.trimEnd() === "--" || line === "-- ");
  if (at < 0) return -1;
  const after = trimLines(lines.slice(at + 1));
  if (lines[at] === "-- ") return after.length <= maxAfterSign ? at : -1;
  const isShort =
    after.length <= maxAfterDashes && after.every(line => line.length <= longestName && !isBlank(line));
  return isShort && isBlank(lines[at - 1]) ? at : -1;
}

export function trimLines(lines: string[]): string[] {
  let [start, end] = [0, lines.length];
  while (start < end && isBlank(lines[start])) start++;
  while (end > start && isBlank(lines[end - 1])) end--;
  return lines.slice(start, end);
}
