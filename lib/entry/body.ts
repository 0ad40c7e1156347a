import "server-only";

/** The body of a request, read no further than `most` bytes; null for a longer one. */
export async function readBody(request: Request, most: number): Promise<Buffer | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.length;
    if (size > most) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
