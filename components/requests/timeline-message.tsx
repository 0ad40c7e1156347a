import clsx from "clsx";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { Markdown } from "@/components/ui/markdown";
import type { Clock } from "@/lib/clock";
import type { FormAction, FormDraft } from "@/lib/form/form-state";
import { say } from "@/lib/messages/said";
import type { Translator } from "@/lib/messages/translate";
import type { TimelineEntry } from "@/lib/requests/timeline";
import { type RequestInView, requestPath } from "@/lib/requests/view";
import { Files } from "../attachments/files";
import { EditForm } from "./edit-form";
import { MessageBox } from "./message-box";
import { StatusBadge } from "./status-badge";
import { EarlierWords } from "./timeline-edits";

type Message = Extract<TimelineEntry, { kind: "comment" | "note" }>;
type Props = {
  entry: Message;
  on: RequestInView;
  clock: Clock;
  t: Translator;
  edit: FormAction;
  editDraft?: FormDraft;
};

export function TimelineMessage({ entry, on, clock, t, edit, editDraft }: Props) {
  const path = requestPath(on.reference, on.view);
  return (
    <MessageBox entry={entry} on={on} clock={clock} t={t}>
      {entry.kind === "comment" && entry.editing?.isAsked ? (
        <EditForm
          action={edit}
          on={on}
          back={`${path}?entry=${entry.id}#entry-${entry.id}`}
          body={entry.body}
          editing={entry.editing}
          clock={clock}
          t={t}
          draft={editDraft}
        />
      ) : (
        entry.body !== "" && (
          <Markdown className="max-w-[75ch] px-4 py-3.5 text-[0.9375rem] text-ink sm:px-5">
            {entry.body}
          </Markdown>
        )
      )}
      <Files files={entry.files} className={clsx("px-4 pb-3.5 sm:px-5", entry.body === "" && "pt-3.5")} />
      {entry.kind === "comment" && <Below entry={entry} path={path} clock={clock} t={t} />}
    </MessageBox>
  );
}

type ShortenedProps = { mailId: string | null; isKept: boolean; t: Translator };

/** Nothing of a mail is left out without saying so. */
function ShortenedMail({ mailId, isKept, t }: ShortenedProps) {
  return (
    <p className="px-4 pb-3.5 text-ink-soft text-sm sm:px-5">
      {mailId
        ? t.rich("requests.entry.shortened", {
            link: words => (
              <Link
                href={`/agent/mail/${mailId}`}
                prefetch={false}
                className="text-accent-text underline underline-offset-4"
              >
                {words}
              </Link>
            ),
          })
        : t("requests.entry.left_out", { kept: isKept ? "yes" : "no" })}
    </p>
  );
}

type BelowProps = Pick<Props, "clock" | "t"> & { path: string; entry: Extract<Message, { kind: "comment" }> };

/** What came of a comment, and what became of its words. */
function Below({ entry, path, clock, t }: BelowProps) {
  const { id, change, tookOn, edited, editing, shortened } = entry;
  return (
    <>
      {shortened && <ShortenedMail {...shortened} t={t} />}
      {(change || tookOn) && (
        <p className="flex flex-wrap items-center gap-2 px-4 pb-3.5 text-ink-soft text-sm sm:px-5">
          <Icon name="arrow-right" className="size-3.5 text-ink-faint" />
          {change
            ? t.rich(tookOn ? "requests.entry.took_on_and_status" : "requests.entry.status_now", {
                status: <StatusBadge status={change.status} label={say(t, change.label)} />,
              })
            : t("requests.entry.took_on")}
        </p>
      )}
      {(edited || (editing && !editing.isAsked)) && (
        <div className="flex flex-wrap items-center gap-x-2 px-1 pb-1.5 text-ink-faint text-sm sm:px-2">
          {edited && (
            <EarlierWords edited={edited} href={`${path}?entry=${id}#entry-${id}`} clock={clock} t={t} />
          )}
          {editing && !editing.isAsked && (
            <Link
              href={`${path}?edit=${id}#entry-${id}`}
              prefetch={false}
              className={buttonClass("quiet", "small")}
            >
              <Icon name="pencil-line" className="size-3.5" />
              {t("requests.edit")}
            </Link>
          )}
        </div>
      )}
    </>
  );
}
