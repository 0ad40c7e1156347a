import { z } from "zod";
import { type TextsBeside, tellBeside } from "@/app/agent/requests/tell-beside";
import { countsOf } from "@/app/agent/tell-tabs";
import type { ToldChanges } from "@/components/search/row-changes";
import { tellTable } from "@/components/search/tell-table";
import { isAgent, type PersonActor } from "@/lib/actor";
import { readCatalogVersion } from "@/lib/catalog/kept";
import { readWording } from "@/lib/catalog/wording";
import { now } from "@/lib/clock";
import { signedInRoute } from "@/lib/entry/route";
import { readListStamp } from "@/lib/live/lists";
import { translatorFor } from "@/lib/messages/translate";
import { viewOf } from "@/lib/saved-views/open";
import { listTabViews } from "@/lib/saved-views/read";
import { headingsOf } from "@/lib/search/choices";
import { deskList } from "@/lib/search/desk-list";
import { placeInQueue } from "@/lib/search/placed";
import { listQueueChoices } from "@/lib/search/queue";
import { countQueue } from "@/lib/search/queue-counts";
import { readListQuery } from "@/lib/search/view";

const most = 200;

const references = z
  .string()
  .default("")
  .transform(said => said.split(",").filter(Boolean))
  .pipe(z.array(z.string().max(30)).max(most));

/** `list` is the query of a view, `placed` are those to say the order of, and `told` those to tell as they are now. */
const asked = z.object({
  list: z.string().max(4_000),
  placed: references,
  told: references,
  counts: z.literal("yes").optional(),
  texts: z.literal("yes").optional(),
});

/** What an open list asks for once some of its requests have changed. */
export function GET(request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  return signedInRoute(pathname, async actor => {
    const { data } = asked.safeParse(Object.fromEntries(searchParams));
    const view = data && readListQuery(deskList, data.list);
    if (!isAgent(actor) || !view || view.words !== "") return new Response(null, { status: 404 });
    const version = await readCatalogVersion();
    await readWording(version);
    const [t, { tags }, { order, rows }, counts] = await Promise.all([
      translatorFor(actor),
      listQueueChoices(actor, version),
      placeInQueue(actor, view, data),
      data.counts && countTabs(actor, version),
    ]);
    const table = tellTable(
      { caption: "", headings: headingsOf(deskList, view), rows, tags },
      { t, view: "agent", clock: { ...actor, now: now().toISOString() } },
    );
    const { words } = table;
    return Response.json({
      ...{ rows: table.rows, tags: words.tags, order },
      ...(counts && { counts }),
      ...(data.texts && { texts: tellBeside(t, actor.language) }),
    } satisfies ToldChanges & { texts?: TextsBeside });
  });
}

async function countTabs(actor: PersonActor, version: string) {
  const [views, stamp] = await Promise.all([listTabViews(actor, version), readListStamp("queue", actor.id)]);
  return countsOf(await countQueue(actor, stamp, views.map(viewOf)), views);
}
