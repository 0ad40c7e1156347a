import "server-only";
import { notFound } from "next/navigation";
import { fileRules } from "../attachments/inspect";
import { keptNames } from "../catalog/conditions";
import { placeOfForm } from "../drafts/places";
import { readUnsent } from "../drafts/unsent";
import { readCorrectionPage } from "../requests/correct";
import { type RequestView, requestPath } from "../requests/view";
import { readDeskSettings } from "../settings";
import { readPageAs } from "./page";

/** A request in the form that it was raised with, and what was typed into that before. What one may not correct is a 404. */
export async function openCorrection(reference: string, view: RequestView) {
  const read = await readPageAs(`${requestPath(reference, view)}/correct`, async actor => {
    const request = await readCorrectionPage(actor, reference, view);
    if (!request) return null;
    // With the edition that it corrects, so that what others corrected since is not overwritten unseen.
    const names = ["edition", "agentEdition", "summary", ...keptNames(request.fields)];
    const place = placeOfForm(`${requestPath(request.reference, view)}/correct`, "correct");
    return { request, ...(await readUnsent(actor, place, names)) };
  });
  if (!read) notFound();
  return { ...read, fileRules: fileRules(await readDeskSettings()) };
}
