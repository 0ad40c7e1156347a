import type { Spot } from "@/lib/attachments/store";
import type { UploadAnswer } from "@/lib/entry/files";

/**
 * Uploads a file for a form. `tell` gets the progress from 0 to 1. Never rejects: returns the file, or the error
 * message.
 */
export function upload(
  file: File,
  spot: Spot & { person: string },
  tell: (share: number) => void,
): Promise<UploadAnswer> {
  return new Promise(resolve => {
    // fetch does not report upload progress.
    const request = new XMLHttpRequest();
    const fail = () =>
      resolve({
        error: `“${file.name}” could not be uploaded: the desk cannot be reached right now. Try again.`,
      });
    request.upload.onprogress = ({ loaded, total }) => tell(total > 0 ? loaded / total : 0);
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
