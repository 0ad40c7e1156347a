import { PageHeader } from "@/components/ui/page-header";
import { openCorrection } from "@/lib/entry/correction-page";
import { pageClock } from "@/lib/entry/page";
import { readTranslator } from "@/lib/messages/translate";
import { type RequestView, requestPath } from "@/lib/requests/view";
import { CorrectForm } from "./correct-form";

const words = {
  customer: {
    title: "corrections.title",
    intro: "corrections.intro",
    list: { href: "/requests", label: "corrections.requests" },
  },
  agent: {
    title: "corrections.title.agent",
    intro: "corrections.intro.agent",
    list: { href: "/agent", label: "agent.queue" },
  },
} as const;

/** Where a request is corrected, by its customer or by an agent. */
export async function CorrectPage({ reference: named, view }: { reference: string; view: RequestView }) {
  const opened = await openCorrection(named, view);
  const { reference, typeSlug, typeName } = opened.request;
  const t = (await readTranslator()).ofType(typeSlug);
  const { title, intro, list } = words[view];
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        t={t}
        title={t(title)}
        intro={t(intro)}
        breadcrumbs={[
          { href: list.href, label: t(list.label) },
          { href: requestPath(reference, view), label: reference },
        ]}
        meta={t.named("type", typeName)}
      />
      <CorrectForm {...opened} view={view} t={t} clock={await pageClock()} />
    </div>
  );
}
