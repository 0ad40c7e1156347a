import "server-only";
import { hasTooManyFields } from "../gate/measure";

/** `max` is in bytes; null if the body is longer. */
export async function readBody(request: Request, max: number): Promise<Buffer | null> {
  if (Number(request.headers.get("content-length")) > max) return null;
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.length;
    if (size > max) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Null if the form is too long, or neither urlencoded nor multipart. */
export async function readForm(request: Request, max: number): Promise<FormData | null> {
  const body = await readBody(request, max);
  const type = request.headers.get("content-type") ?? "";
  if (!body || hasTooManyFields(body, type)) return null;
  return new Response(new Uint8Array(body), { headers: { "content-type": type } })
    .formData()
    .catch(() => null);
}
