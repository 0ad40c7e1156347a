import "server-only";

/** What words alone may weigh, and what a form without script may weigh together with its files. Bytes. */
export const maxWords = 1_000_000;
export const maxWithFiles = 26_000_000;
/** No form of ours has more fields. */
export const maxFields = 300;
/** No address of ours has more parameters. */
export const maxParameters = 100;

/** What may be sent to an address: a form of a page, a single file, data for a route, which looks at it itself, or nothing. */
export type Kind = "form" | "file" | "data" | "none";

/** The routes of `app/api` that take something. Any other address under it is the page for what is missing, with its actions. */
const takesData: Record<string, RegExp> = {
  POST: /^\/api\/(drafts|drafts\/afresh|mail\/resend|mute\/\w[\w.-]*|auth\/\w[\w/-]*)$/,
  DELETE: /^\/api\/files\/\w[\w-]*$/,
};

/** By the path as it was sent, not decoded: what Next reads in another way than we do must not count as a route. */
export function kindOf(method: string, path: string): Kind {
  if (!path.startsWith("/api/")) return "form";
  if (method === "POST" && path === "/api/files") return "file";
  return takesData[method]?.test(path) ? "data" : "none";
}

/**
 * The pages whose forms have a field for files, and `/trouble`, where a browser sends the same form again while the
 * database is away.
 */
export const takesFiles = (path: string) =>
  /^\/(?:(?:catalog|requests|agent\/requests)\/.|trouble$)/.test(path);

/** Those that are sent by programs, which prove themselves in their own way; everything else is sent by our pages. */
export const isForPrograms = (path: string) => /^\/api\/(mail\/resend|mute\/\w[\w.-]*)$/.test(path);

/**
 * The boundary of a multipart form, as browsers write it (RFC 7578); null for any other spelling, in which two readers
 * could find two different boundaries.
 */
export function boundaryOf(contentType: string | undefined): string | null {
  const found = /^multipart\/form-data; ?boundary=(?:"([\w'()+,\-./:=?]{1,70})"|([\w'()+\-./]{1,70}))$/i.exec(
    contentType ?? "",
  );
  return found?.[1] ?? found?.[2] ?? null;
}

/** Whether a body has more fields than any form of ours. One pass over its bytes, which are not parsed for it. */
export function hasTooManyFields(body: Buffer, contentType: string | undefined): boolean {
  const boundary = boundaryOf(contentType);
  if (boundary) return occursMoreThan(body, `--${boundary}`, maxFields + 1);
  return (
    /^application\/x-www-form-urlencoded/i.test(contentType ?? "") && occursMoreThan(body, "&", maxFields - 1)
  );
}

export function occursMoreThan(body: Buffer | string, text: string, most: number): boolean {
  let count = 0;
  for (let at = body.indexOf(text); at >= 0; at = body.indexOf(text, at + text.length))
    if (++count > most) return true;
  return false;
}
