import "server-only";
import { notFound } from "next/navigation";
import { fileRules } from "../attachments/inspect";
import { readerOf } from "../catalog/audience";
import { keptNames } from "../catalog/conditions";
import { readCatalog, readFormFor, readWholeForm } from "../catalog/queries";
import { readTeamToBe } from "../desk/type-change";
import { placeOfForm } from "../drafts/places";
import { readUnsent } from "../drafts/unsent";
import { listOffered } from "../organisations/own";
import { readCorrectionPage } from "../requests/correct";
import { requestPath } from "../requests/view";
import { readDeskSettings } from "../settings";
import { readPageAs } from "./page";

/**
 * A request with the types that it could be of, or with the form of the one that is chosen and what was typed into that
 * before. What one may not change is a 404.
 */
export async function openTypeChange(reference: string, to: string | undefined) {
  const path = `${requestPath(reference, "agent")}/type${to === undefined ? "" : `?to=${encodeURIComponent(to)}`}`;
  const read = await readPageAs(path, async (actor, { catalogVersion }) => {
    const request = await readCorrectionPage(actor, reference, "agent");
    if (!request) return null;
    const reader = readerOf(actor, await listOffered(request.requesterId));
    const form = to === undefined ? null : await readFormFor(reader, to, catalogVersion, actor.language);
    const catalog = await readCatalog(reader, catalogVersion, actor.language);
    if (!form || form.slug === request.typeSlug) return { request, catalog, chosen: null };
    const whole = (await readWholeForm(form.formVersionId)) ?? form.fields;
    const names = ["edition", "agentEdition", ...keptNames(whole)];
    const place = placeOfForm(`${requestPath(request.reference, "agent")}/type?to=${form.slug}`, "retype");
    const [unsent, team] = await Promise.all([
      readUnsent(actor, place, names),
      readTeamToBe(actor, reference, form.formVersionId),
    ]);
    return { request, catalog, chosen: { form, whole, team, ...unsent } };
  });
  if (!read) notFound();
  return { ...read, fileRules: fileRules(await readDeskSettings()) };
}
