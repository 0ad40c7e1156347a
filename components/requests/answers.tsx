import type { ReactNode } from "react";
import { Markdown } from "@/components/ui/markdown";
import type { AnswerLine } from "@/lib/catalog/describe";
import type { Translator } from "@/lib/messages/translate";
import { addressOf } from "@/lib/text/email-address";
import { hrefOf } from "@/lib/text/web-address";
import { Files } from "../attachments/files";

export type Answer = AnswerLine;

const linkClass =
  "text-accent-text underline decoration-accent-line underline-offset-2 hover:decoration-current";

function written(value: string, kind: Answer["kind"]): ReactNode {
  const href = kind === "link" ? hrefOf(value) : null;
  if (href) {
    return (
      <a href={href} dir="auto" rel="noopener noreferrer nofollow ugc" className={linkClass}>
        {value}
      </a>
    );
  }
  const address = kind === "email" ? addressOf(value) : null;
  if (address) {
    return (
      <a href={`mailto:${address}`} className={linkClass}>
        {value}
      </a>
    );
  }
  if (kind === "long") return <Markdown>{value}</Markdown>;
  return (
    <span dir="auto" className="as-typed">
      {value}
    </span>
  );
}

export function AnswerValue({ value, kind, files, t }: Omit<Answer, "label"> & { t: Translator }) {
  if (files) return <Files files={files} />;
  const values = (Array.isArray(value) ? value : [value]).filter(one => one.trim() !== "");
  const [first] = values;
  if (first === undefined) return <span className="text-ink-faint">{t("requests.answers.none")}</span>;
  if (values.length === 1) return written(first, kind);
  return (
    <ul className="list-disc pl-5 marker:text-ink-faint">
      {values.map(one => (
        <li key={one}>{written(one, kind)}</li>
      ))}
    </ul>
  );
}

export function Answers({ answers, t }: { answers: Answer[]; t: Translator }) {
  return (
    <dl className="@container divide-y divide-line">
      {answers.map(({ label, ...answer }) => (
        <div
          key={label}
          className="gap-x-6 py-3 first:pt-0 last:pb-0 @md:grid @md:grid-cols-[11rem_minmax(0,1fr)]"
        >
          <dt className="wrap-anywhere text-ink-soft text-sm leading-6">{label}</dt>
          <dd className="wrap-anywhere text-ink leading-6 @max-md:mt-0.5">
            <AnswerValue {...answer} t={t} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
