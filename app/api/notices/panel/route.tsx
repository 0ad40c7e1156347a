import { NoticeGroups } from "@/components/shell/notice-groups";
import { htmlOf } from "@/components/ui/html-of";
import { listGroups } from "@/lib/bell/groups";
import { readWording } from "@/lib/catalog/wording";
import { now } from "@/lib/clock";
import { readAllFromPanel } from "@/lib/entry/notices";
import { signedInRoute } from "@/lib/entry/route";
import { translatorFor } from "@/lib/messages/translate";
import { openerOfPage } from "@/lib/session/opener";

/** What the bell opens, in its reader's language. */
export function GET(): Promise<Response> {
  return signedInRoute("/api/notices/panel", async actor => {
    await readWording();
    const [told, t, opener] = await Promise.all([listGroups(actor), translatorFor(actor), openerOfPage()]);
    const clock = { ...actor, now: now().toISOString() };
    return new Response(htmlOf(<NoticeGroups t={t} clock={clock} {...told} opener={opener} />), {
      headers: { "content-type": "text/html; charset=utf-8" },
    });
  });
}

export const POST = readAllFromPanel;
