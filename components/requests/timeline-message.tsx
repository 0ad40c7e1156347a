import clsx from "clsx";
import Link from "next/link";
import { Avatar } from "@/components/ui/avatar";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { Markdown } from "@/components/ui/markdown";
import { SupportBadge } from "@/components/ui/support-badge";
import type { Clock } from "@/lib/clock";
import type { FormAction, FormDraft } from "@/lib/form/form-state";
import { Files } from "../attachments/files";
import { EditForm } from "./edit-form";
import { StatusBadge } from "./status-badge";
import type { TimelineEntry, TimelineViewer } from "./timeline";
import { EarlierWords } from "./timeline-edits";
import { EntryTime } from "./timeline-time";

type Message = Extract<TimelineEntry, { kind: "comment" | "note" }>;
type Look = "customer" | "support" | "note";

const boxes: Record<Look, string> = {
  customer: "border-line bg-surface shadow-rest",
  support: "border-accent-line bg-surface shadow-rest",
  note: "border-dashed border-note-line bg-note-soft",
};

const heads: Record<Look, string> = {
  customer: "border-line",
  support: "border-accent-line bg-accent-soft",
  note: "border-dashed border-note-line",
};

const tag = "inline-flex items-center gap-1 rounded-md border px-1.5 text-xs leading-5 font-medium";

function Side({ look, viewer }: { look: Look; viewer: TimelineViewer }) {
  if (look === "note") {
    return (
      <span className={clsx(tag, "border-note-line text-note")}>
        <Icon name="lock" className="size-3" />
        Internal note — customers never see this
      </span>
    );
  }
  if (look === "support") {
    return <SupportBadge />;
  }
  return viewer === "agent" ? <span className={clsx(tag, "border-line text-ink-soft")}>Customer</span> : null;
}

type Props = {
  entry: Message;
  reference: string;
  path: string;
  clock: Clock;
  viewer: TimelineViewer;
  edit: FormAction;
  editDraft?: FormDraft;
};

export function TimelineMessage({ entry, reference, path, clock, viewer, edit, editDraft }: Props) {
  const { actor, mine } = entry;
  const side = actor.side === "customer" ? "customer" : "support";
  const look: Look = entry.kind === "note" ? "note" : side;
  return (
    <>
      <Avatar name={actor.name} side={side} className="relative mt-1.5" />
      <article className={clsx("min-w-0 flex-1 overflow-hidden rounded-xl border", boxes[look])}>
        <div
          className={clsx(
            "flex flex-wrap items-center gap-x-2 gap-y-1 border-b px-4 py-2 sm:px-5",
            heads[look],
          )}
        >
          <span className="wrap-anywhere font-semibold text-ink text-sm">
            <bdi>{actor.name}</bdi>
            {mine && <span className="font-normal text-ink-soft"> (you)</span>}
          </span>
          <Side look={look} viewer={viewer} />
          <span className="sm:ml-auto">
            <EntryTime entry={entry} path={path} clock={clock} />
          </span>
        </div>
        {entry.kind === "comment" && entry.editing?.isAsked ? (
          <EditForm
            action={edit}
            reference={reference}
            back={`${path}?entry=${entry.id}#entry-${entry.id}`}
            body={entry.body}
            editing={entry.editing}
            clock={clock}
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
        {entry.kind === "comment" && <Below entry={entry} path={path} clock={clock} />}
      </article>
    </>
  );
}

/** Nothing of a mail is left out without saying so. */
function ShortenedMail({ mailId, isKept }: { mailId: string | null; isKept: boolean }) {
  return (
    <p className="px-4 pb-3.5 text-ink-soft text-sm sm:px-5">
      {mailId ? (
        <>
          Shortened:{" "}
          <Link
            href={`/agent/mail/${mailId}`}
            prefetch={false}
            className="text-accent-text underline underline-offset-4"
          >
            show the whole email
          </Link>
        </>
      ) : (
        `Sent by email. Quotes and signatures are left out here${isKept ? "; Support can see the whole email" : ""}.`
      )}
    </p>
  );
}

type BelowProps = Pick<Props, "path" | "clock"> & { entry: Extract<Message, { kind: "comment" }> };

/** What came of a comment, and what became of its words. */
function Below({ entry, path, clock }: BelowProps) {
  const { id, change, edited, editing, shortened } = entry;
  return (
    <>
      {shortened && <ShortenedMail {...shortened} />}
      {change && (
        <p className="flex flex-wrap items-center gap-2 px-4 pb-3.5 text-ink-soft text-sm sm:px-5">
          <Icon name="arrow-right" className="size-3.5 text-ink-faint" />
          Status is now
          <StatusBadge status={change.status} label={change.label} />
        </p>
      )}
      {(edited || (editing && !editing.isAsked)) && (
        <div className="flex flex-wrap items-center gap-x-2 px-1 pb-1.5 text-ink-faint text-sm sm:px-2">
          {edited && <EarlierWords edited={edited} href={`${path}?entry=${id}#entry-${id}`} clock={clock} />}
          {editing && !editing.isAsked && (
            <Link
              href={`${path}?edit=${id}#entry-${id}`}
              prefetch={false}
              className={buttonClass("quiet", "small")}
            >
              <Icon name="pencil-line" className="size-3.5" />
              Edit
            </Link>
          )}
        </div>
      )}
    </>
  );
}
