import { tellSearch } from "@/components/search/tell-search";
import { TagFilter } from "@/components/tags/tag-filter";
import { tellTagFilter } from "@/components/tags/tell-tag-filter";
import { withAllDrawn } from "@/lib/entry/draw-all";
import { numberForAgents } from "@/lib/messages/agent-wording";
import { say } from "@/lib/messages/said";
import type { Translator } from "@/lib/messages/translate";
import { deskList } from "@/lib/search/desk-list";
import { maxTyped, type Typed } from "@/lib/search/operators";
import { isOfTag, type QueueNames, queueChoicesOf, tagChoicesOf } from "@/lib/search/queue-choices";
import { hrefOf, negatedIn } from "@/lib/search/view";
import { OrganisationField } from "./organisation-field";
import { QueueCompletion } from "./queue-completion";
import { QueueForm } from "./queue-form";

type Props = {
  t: Translator;
  typed: Typed;
  /** The view in words; empty where its tab says as much. */
  said: string;
  names: QueueNames;
  /** The saved view that it was opened from. */
  saved?: string;
  prefix: string;
  /** Where the page comes from. */
  address: string;
};

/** The search box of the queue, in which filters can be typed, and the filters as fields. */
export function QueueSearch({ t, typed, said, names, saved, prefix, address }: Props) {
  const { view, rejected, problems } = typed;
  const filters = queueChoicesOf(view, names);
  const named = filters.fields.find(field => field.kind === "text" && field.isNamed);
  const words = [view.words, ...rejected].filter(Boolean).join(" ");
  const negated = negatedIn(deskList, view).filter(text => !isOfTag(text));
  const tags = tagChoicesOf(view, names.tags);
  const told = tellSearch(t, filters, {
    path: deskList.path,
    label: t("queue.field"),
    placeholder: t("queue.field.hint", { prefix }),
    maxWords: maxTyped,
    searchesAll: true,
    view: saved,
    all: { href: withAllDrawn(address), label: t("agent.bar.choices") },
    typed: [said, ...rejected].filter(Boolean).join(" "),
    problems: problems.map(problem => say(t, problem)),
    kept: [
      ...(words ? [["q", words] as [string, string]] : []),
      ...negated.map((text): [string, string] => ["not", text]),
    ],
  });
  return (
    <QueueForm
      key={`${hrefOf(deskList, view)} ${rejected}`}
      completion={<QueueCompletion />}
      told={numberForAgents(told, t)}
      boxes={tags.tags.length > 0 && <TagFilter {...tellTagFilter(t, tags)} />}
      named={
        named && (
          <OrganisationField
            label={t(named.label)}
            value={named.value}
            placeholder={t("queue.organisation.any")}
            found={t("queue.organisation.found")}
          />
        )
      }
    />
  );
}
