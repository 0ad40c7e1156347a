import { conditionStyles } from "@/lib/catalog/conditions";
import { readFormPage } from "@/lib/catalog/form-page";
import { signedInRoute } from "@/lib/entry/route";
import { Refusal } from "@/lib/refusal";

type Context = { params: Promise<{ slug: string }> };

/** The conditions of a draft, as a style sheet. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return signedInRoute(new URL(request.url).pathname, async actor => {
    try {
      const { draft, published } = await readFormPage(actor, (await params).slug);
      return new Response(conditionStyles("raise", draft?.fields ?? published), {
        headers: { "content-type": "text/css; charset=utf-8" },
      });
    } catch (error) {
      if (error instanceof Refusal) return new Response(null, { status: 404 });
      throw error;
    }
  });
}
