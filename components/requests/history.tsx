import clsx from "clsx";
import Link from "next/link";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { ButtonLink } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import type { Clock } from "@/lib/clock";
import type { FormAction, FormDraft } from "@/lib/form/form-state";
import type { Translator } from "@/lib/messages/translate";
import type { RequestPage } from "@/lib/requests/customer-view";
import { type RequestView, requestPath } from "@/lib/requests/view";
import { OnRequest } from "./on-request";
import { Timeline } from "./timeline";

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
  const hrefOf = (to: Record<string, string>) =>
    `${path}?${new URLSearchParams({ ...(show === "comments" && { history: show }), ...to })}#history`;
  const older = earlier && <More href={hrefOf({ before: earlier })}>{t("requests.history.earlier")}</More>;
  const newer = later && <More href={hrefOf({ after: later })}>{t("requests.history.later")}</More>;
  // Where something is left out after it, the first message is kept apart, with the way there in between.
  const runs = older ? [[first], timeline] : [[first, ...timeline]];
  const [oldest, latest] = runs.map(entries => (
    <Timeline
      key={entries[0]?.id}
      entries={newestFirst ? entries.toReversed() : entries}
      on={on}
      clock={clock}
      t={t}
      canCorrect={canCorrect}
      edit={edit}
      editDraft={editDraft}
    />
  ));
  return (
    <section aria-labelledby="history" data-stamp={stamp}>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="history" className="font-semibold text-ink text-lg">
          {t("requests.history")}
        </h2>
        <div className="flex flex-wrap items-center gap-2">
          <nav aria-label={t("requests.history.shows")} className="flex rounded-lg border border-line p-0.5">
            <Choice href={`${path}#history`} isCurrent={show === "all"}>
              {t("requests.history.all")}
            </Choice>
            <Choice href={`${path}?history=comments#history`} isCurrent={show === "comments"}>
              {t(view === "agent" ? "requests.history.comments_and_notes" : "requests.history.comments")}
            </Choice>
          </nav>
          <Form action={order} id="order" labels={{}}>
            <OnRequest {...on} />
            <input type="hidden" name="order" value={newestFirst ? "oldest" : "newest"} />
            <input type="hidden" name="history" value={show} />
            <SubmitButton variant="quiet" size="small" working={t("requests.history.turning")}>
              <Icon name="arrow-down-up" className="size-4" />
              {t(newestFirst ? "requests.history.oldest_first" : "requests.history.newest_first")}
            </SubmitButton>
          </Form>
        </div>
      </div>
      {newestFirst && <span id="latest" />}
      {newestFirst ? (
        <>
          {newer}
          {latest}
          {older}
          {oldest}
        </>
      ) : (
        <>
          {oldest}
          {older}
          {latest}
          {newer}
        </>
      )}
      {show === "comments" && timeline.length === 0 && (
        <p className="rounded-xl border border-line border-dashed px-4 py-6 text-center text-ink-soft text-sm">
          {t("requests.history.no_comments")}
        </p>
      )}
      {!newestFirst && <span id="latest" />}
    </section>
  );
}

function Choice({ href, isCurrent, children }: { href: string; isCurrent: boolean; children: string }) {
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={isCurrent ? "true" : undefined}
      className={clsx(
        buttonClass("quiet", "small"),
        isCurrent && "bg-accent-soft text-accent-text hover:bg-accent-soft hover:text-accent-text",
      )}
    >
      {children}
    </Link>
  );
}

function More({ href, children }: { href: string; children: string }) {
  return (
    <p className="my-4 flex justify-center">
      <ButtonLink href={href} prefetch={false} size="small">
        {children}
      </ButtonLink>
    </p>
  );
}
