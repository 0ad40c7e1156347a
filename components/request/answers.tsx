import type { ReactNode } from "react";
import type { FileView } from "@/lib/file-view";
import { Files } from "./files";

export type Answer = {
  label: string;
  value: string | string[];
  kind: "text" | "long" | "link" | "email" | "files";
  files?: FileView[];
};

const linkClass =
  "text-accent-text underline decoration-accent-line underline-offset-2 hover:decoration-current";

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && ["http:", "https:"].includes(new URL(value).protocol);
}

function written(value: string, kind: Answer["kind"]): ReactNode {
  if (kind === "link" && isWebAddress(value)) {
    return (
      <a href={value} rel="noopener noreferrer nofollow ugc" className={linkClass}>
        {value}
      </a>
    );
  }
  if (kind === "email" && /^[^\s@?&]+@[^\s@?&]+$/.test(value)) {
    return (
      <a href={`mailto:${value}`} className={linkClass}>
        {value}
      </a>
    );
  }
  return kind === "long" ? <span className="whitespace-pre-wrap">{value}</span> : value;
}

export function AnswerValue({ value, kind, files }: Omit<Answer, "label">) {
  if (files) return <Files files={files} />;
  const values = (Array.isArray(value) ? value : [value]).filter(one => one.trim() !== "");
  const [first] = values;
  if (first === undefined) return <span className="text-ink-faint">Not answered</span>;
  if (values.length === 1) return written(first, kind);
  return (
    <ul className="list-disc pl-5 marker:text-ink-faint">
      {values.map(one => (
        <li key={one}>{written(one, kind)}</li>
      ))}
    </ul>
  );
}

export function Answers({ answers }: { answers: Answer[] }) {
  return (
    <dl className="@container divide-y divide-line">
      {answers.map(({ label, ...answer }) => (
        <div
          key={label}
          className="gap-x-6 py-3 first:pt-0 last:pb-0 @md:grid @md:grid-cols-[11rem_minmax(0,1fr)]"
        >
          <dt className="wrap-anywhere text-ink-soft text-sm leading-6">{label}</dt>
          <dd className="wrap-anywhere text-ink leading-6 @max-md:mt-0.5">
            <AnswerValue {...answer} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
