import "server-only";
import { isTooMany } from "../refusal";
import { askedTranslator } from "../session/asked";
import { readForm } from "../web/body";
import { requireSameOrigin } from "../web/same-origin";
import { readPage } from "./page";
import { tooMany } from "./route";

const maxBytes = 10_000;

/** Answers a small form that a browser sends by itself, and leads to the path that `take` returns. */
export async function takePlainForm(
  request: Request,
  take: (data: FormData) => Promise<string>,
): Promise<Response> {
  const t = await askedTranslator();
  try {
    await requireSameOrigin();
  } catch {
    return new Response(t("refusals.origin.foreign"), { status: 403 });
  }
  const data = await readForm(request, maxBytes);
  if (!data) return new Response(t("gate.no_form"), { status: 400 });
  const page = await readPage("/", () =>
    take(data).catch((error: unknown) => {
      if (isTooMany(error)) return tooMany(error, t);
      throw error;
    }),
  );
  if (page instanceof Response) return page;
  return new Response(null, { status: 303, headers: { location: page, "cache-control": "no-store" } });
}
