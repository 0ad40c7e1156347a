import { receiveFile } from "@/lib/entry/files";

/** Keeps a file beside a form that has not been sent yet. */
export function POST(request: Request): Promise<Response> {
  return receiveFile(request);
}
