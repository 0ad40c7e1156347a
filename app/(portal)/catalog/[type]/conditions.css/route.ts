import { conditionStyles } from "@/lib/catalog/conditions";
import { readFormVersion } from "@/lib/catalog/queries";

/** The conditions of one version of a form, as a style sheet; a version never changes. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const fields = await readFormVersion(searchParams.get("form") ?? "");
  if (!fields) return new Response(null, { status: 404 });
  return new Response(conditionStyles(searchParams.get("for") === "correct" ? "correct" : "raise", fields), {
    headers: {
      "content-type": "text/css; charset=utf-8",
      "cache-control": "private, max-age=31536000, immutable",
    },
  });
}
