import { conditionStyles } from "@/lib/catalog/conditions";
import { forCustomers } from "@/lib/catalog/for-agents";
import { readFormPage } from "@/lib/catalog/form-page";
import { signedInRoute } from "@/lib/entry/route";
import { Refusal } from "@/lib/refusal";

type Context = { params: Promise<{ slug: string }> };

/** The conditions of a draft, as a style sheet. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  return signedInRoute(pathname, async actor => {
    try {
      const { draft, published } = await readFormPage(actor, (await params).slug);
      const whole = draft?.fields ?? published;
      const fields = searchParams.get("as") === "agent" ? whole : forCustomers(whole);
      return new Response(conditionStyles("raise", fields), {
        headers: { "content-type": "text/css; charset=utf-8" },
      });
    } catch (error) {
      if (error instanceof Refusal) return new Response(null, { status: 404 });
      throw error;
    }
  });
}
