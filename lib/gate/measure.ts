import "server-only";

/** Bytes: a form's text, and a form without script together with its files. */
export const maxWords = 1_000_000;
export const maxWithFiles = 26_000_000;
export const maxFields = 300;
export const maxParameters = 100;

export type Kind = "form" | "file" | "data" | "none";

/** Routes that accept a body. Other addresses below /api render the not-found page, with its actions. */
const takesData: Record<string, RegExp> = {
  POST: /^\/api\/(drafts|drafts\/afresh|help\/answered|notices\/panel|presence|mail\/resend|mute\/\w[\w.-]*|auth\/\w[\w/-]*)$/,
  DELETE: /^\/api\/files\/\w[\w-]*$/,
};

/** Matches the raw path, not decoded: a path that Next decodes differently must not count as a route. */
export function kindOf(method: string, path: string): Kind {
  if (!path.startsWith("/api/")) return "form";
  if (method === "POST" && path === "/api/files") return "file";
  return takesData[method]?.test(path) ? "data" : "none";
}

/** The pages whose forms take files, and `/trouble`, from which the same form is sent again after an outage. */
export const takesFiles = (path: string) =>
  /^\/(?:(?:catalog|requests|agent\/requests)\/.|admin\/settings$|trouble$)/.test(path);

/** Routes called by programs, which authenticate themselves; everything else must come from our pages. */
export const isForPrograms = (path: string) => /^\/api\/(mail\/resend|mute\/\w[\w.-]*)$/.test(path);

/** As browsers write it (RFC 7578). Null for other spellings, in which two parsers could find different boundaries. */
export function boundaryOf(contentType: string | undefined): string | null {
  const found = /^multipart\/form-data; ?boundary=(?:"([\w'()+,\-./:=?]{1,70})"|([\w'()+\-./]{1,70}))$/i.exec(
    contentType ?? "",
  );
  return found?.[1] ?? found?.[2] ?? null;
}

export function hasTooManyFields(body: Buffer, contentType: string | undefined): boolean {
  const boundary = boundaryOf(contentType);
  if (boundary) return occursMoreThan(body, `--${boundary}`, maxFields + 1);
  return (
    /^application\/x-www-form-urlencoded/i.test(contentType ?? "") && occursMoreThan(body, "&", maxFields - 1)
  );
}

export function occursMoreThan(body: Buffer | string, text: string, max: number): boolean {
  let count = 0;
  for (let at = body.indexOf(text); at >= 0; at = body.indexOf(text, at + text.length))
    if (++count > max) return true;
  return false;
}
