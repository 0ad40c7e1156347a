import "server-only";
import { hasTooManyFields } from "../gate/measure";

/** The body of a request, read no further than `most` bytes; null for a longer one. */
export async function readBody(request: Request, most: number): Promise<Buffer | null> {
  if (Number(request.headers.get("content-length")) > most) return null;
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.length;
    if (size > most) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The same for a small form, in either of the two ways in which a browser writes one; null also for anything else. */
export async function readForm(request: Request, most: number): Promise<FormData | null> {
  const body = await readBody(request, most);
  const type = request.headers.get("content-type") ?? "";
  if (!body || hasTooManyFields(body, type)) return null;
  return new Response(new Uint8Array(body), { headers: { "content-type": type } })
    .formData()
    .catch(() => null);
}
