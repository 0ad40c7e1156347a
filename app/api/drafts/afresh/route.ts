import { startAfresh } from "@/lib/entry/drafts";
import { readPage } from "@/lib/entry/page";
import { tooMany } from "@/lib/entry/route";
import { isTooMany } from "@/lib/refusal";
import { askedTranslator } from "@/lib/session/asked";
import { readForm } from "@/lib/web/body";
import { requireSameOrigin } from "@/lib/web/same-origin";

const maxBytes = 10_000;

/** The plain form “Discard draft”. */
export async function POST(request: Request): Promise<Response> {
  const t = await askedTranslator();
  try {
    await requireSameOrigin();
  } catch {
    return new Response(t("refusals.origin.foreign"), { status: 403 });
  }
  const data = await readForm(request, maxBytes);
  if (!data) return new Response(t("gate.no_form"), { status: 400 });
  const page = await readPage("/", () =>
    startAfresh(data).catch((error: unknown) => {
      if (isTooMany(error)) return tooMany(error, t);
      throw error;
    }),
  );
  if (page instanceof Response) return page;
  return new Response(null, { status: 303, headers: { location: page, "cache-control": "no-store" } });
}
