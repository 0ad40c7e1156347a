import type { Spot } from "@/lib/attachments/store";
import type { UploadAnswer } from "@/lib/entry/files";

type Tell = { progress: (share: number) => void; unreachable: string };

/**
 * Uploads a file for a form and tells the progress, from 0 to 1. Never rejects: returns the file, or what went wrong
 * in words.
 */
export function upload(
  file: File,
  spot: Spot & { person: string },
  { progress, unreachable }: Tell,
): Promise<UploadAnswer> {
  return new Promise(resolve => {
    // fetch does not report upload progress.
    const request = new XMLHttpRequest();
    const fail = () => resolve({ error: unreachable });
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
    request.onerror = fail;
    request.ontimeout = fail;
    request.onload = () => {
      const answer = readAnswer(request.responseText);
      if (answer) resolve(answer);
      else fail();
    };
    request.open("POST", `/api/files?${new URLSearchParams(spot)}`);
    request.timeout = 300_000;
    request.setRequestHeader("x-file-name", encodeURIComponent(file.name.toWellFormed()));
    request.setRequestHeader("content-type", "application/octet-stream");
    request.send(file);
  });
}

/** Null for anything but our JSON, such as a proxy's error page. */
function readAnswer(text: string): UploadAnswer | null {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === "object" && answer && ("id" in answer || "error" in answer)
      ? (answer as UploadAnswer)
      : null;
  } catch {
    return null;
  }
}
