import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Icon } from "@/components/ui/icon";
import type { Clock } from "@/lib/clock";
import type { FormAction, FormDraft } from "@/lib/form/form-state";
import type { Translator } from "@/lib/messages/translate";
import type { RequestPage } from "@/lib/requests/customer-view";
import { type RequestView, requestPath } from "@/lib/requests/view";
import { EditForm } from "./edit-form";
import { HistoryList } from "./history-list";
import { HistoryTeller } from "./tell-history";
import type { More, ToldHistory } from "./told";

type Props = {
  request: Pick<RequestPage, "reference" | "first" | "timeline" | "history" | "canCorrect">;
  /** From what the page was drawn; the page is drawn again when it changes. */
  stamp: string;
  view: RequestView;
  clock: Clock;
  t: Translator;
  order: FormAction;
  edit: FormAction;
  editDraft?: FormDraft;
};

/**
 * The history of a request, which begins with what it says itself: what it shows, which end comes first, and where it
 * goes on. All of it plain links and forms.
 */
export function History({ request, stamp, view, clock, t, order, edit, editDraft }: Props) {
  const { reference, first, timeline, history, canCorrect } = request;
  const { show, newestFirst, earlier, later } = history;
  const on = { reference, view };
  const path = requestPath(reference, view);
  const asked = timeline.find(entry => entry.kind === "comment" && entry.editing?.isAsked);

  const teller = new HistoryTeller({ t, clock, view, path, canCorrect });
  const hrefOf = (to: Record<string, string>) =>
    `${path}?${new URLSearchParams({ ...(show === "comments" && { history: show }), ...to })}#history`;
  const turned = <T,>(list: T[]) => (newestFirst ? list.toReversed() : list);
  const daysOf = (entries: Parameters<HistoryTeller["days"]>[0]) => teller.days(turned(entries));
  const older: More[] = earlier
    ? [{ more: t("requests.history.earlier"), href: hrefOf({ before: earlier }) }]
    : [];
  const newer: More[] = later ? [{ more: t("requests.history.later"), href: hrefOf({ after: later }) }] : [];
  // Where something is left out after it, the first message is kept apart, with the way there in between.
  const runs = earlier
    ? [daysOf([first]), older, daysOf(timeline), newer]
    : [daysOf([first, ...timeline]), newer];

  const told: ToldHistory = {
    title: t("requests.history"),
    stamp,
    path,
    language: clock.language,
    shows: {
      label: t("requests.history.shows"),
      choices: [
        { label: t("requests.history.all"), href: `${path}#history`, isCurrent: show === "all" },
        {
          label: t(view === "agent" ? "requests.history.comments_and_notes" : "requests.history.comments"),
          href: `${path}?history=comments#history`,
          isCurrent: show === "comments",
        },
      ],
    },
    newestFirst,
    parts: turned(runs).flat(),
    authors: teller.authors,
    words: teller.words(),
    ...(show === "comments" && timeline.length === 0 && { empty: t("requests.history.no_comments") }),
  };
  return (
    <HistoryList
      told={told}
      order={
        <Form
          action={order}
          id="order"
          labels={{}}
          hidden={{ ...on, order: newestFirst ? "oldest" : "newest", history: show }}
        >
          <SubmitButton variant="quiet" size="small" working={t("requests.history.turning")}>
            <Icon name="arrow-down-up" className="size-4" />
            {t(newestFirst ? "requests.history.oldest_first" : "requests.history.newest_first")}
          </SubmitButton>
        </Form>
      }
      form={
        asked?.kind === "comment" &&
        asked.editing && (
          <EditForm
            action={edit}
            on={on}
            back={`${path}?entry=${asked.id}#entry-${asked.id}`}
            body={asked.body}
            editing={asked.editing}
            clock={clock}
            t={t}
            draft={editDraft}
          />
        )
      }
    />
  );
}
