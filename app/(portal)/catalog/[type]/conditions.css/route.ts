import { conditionStyles } from "@/lib/catalog/conditions";
import { readFormVersion } from "@/lib/catalog/queries";

/** Those that show the questions of a request type. */
const forms = ["raise", "correct", "retype"];

/** The conditions of one version of a form, as a style sheet; a version never changes. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const fields = await readFormVersion(searchParams.get("form") ?? "");
  if (!fields) return new Response(null, { status: 404 });
  const form = forms.find(id => id === searchParams.get("for")) ?? "raise";
  return new Response(conditionStyles(form, fields), {
    headers: {
      "content-type": "text/css; charset=utf-8",
      "cache-control": "private, max-age=31536000, immutable",
    },
  });
}
