import { Fragment } from "react";
import { htmlOf } from "@/components/ui/html-of";
import { Markdown } from "@/components/ui/markdown";
import { Files } from "../attachments/files";
import type { ToldAnswer, ToldValue, ToldWords } from "./told-answer";

export function AnswerList({ answers, className }: { answers: ToldAnswer[]; className?: string }) {
  return bySection(answers).map(({ section, rows }) => (
    <Fragment key={section ?? ""}>
      {section !== undefined && (
        <p className="answer-section" dir="auto">
          {section}
        </p>
      )}
      <dl
        className={className}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: htmlOf escapes what people typed
        dangerouslySetInnerHTML={{ __html: htmlOf(rows.map(drawRow)) }}
      />
    </Fragment>
  ));
}

const drawRow = ({ label, value }: ToldAnswer) => (
  <div key={label}>
    <dt>
      <bdi>{label}</bdi>
    </dt>
    <dd>
      <AnswerValue value={value} />
    </dd>
  </div>
);

function bySection(answers: ToldAnswer[]) {
  const groups: { section: string | undefined; rows: ToldAnswer[] }[] = [];
  for (const answer of answers) {
    const last = groups.at(-1);
    if (last && last.section === answer.section) last.rows.push(answer);
    else groups.push({ section: answer.section, rows: [answer] });
  }
  return groups;
}

export function AnswerValue({ value }: { value: ToldValue }) {
  if ("none" in value) return <span className="text-ink-faint">{value.none}</span>;
  if ("files" in value) return <Files files={value.files} />;
  const { written, folded } = value;
  const [first = ""] = written;
  const whole =
    written.length === 1 ? (
      <Written words={first} />
    ) : (
      <ul className="list-disc ps-5 marker:text-ink-faint">
        {written.map(words => (
          <li key={typeof words === "string" ? words : Object.values(words).join()}>
            <Written words={words} />
          </li>
        ))}
      </ul>
    );
  if (!folded) return whole;
  return (
    <details className="group">
      <summary className="rounded">
        <span dir="auto" className="as-typed group-open:hidden">
          {folded.beginning}{" "}
        </span>
        <span className="inline-flex min-h-6 items-center font-medium text-accent-text underline underline-offset-2">
          <span className="group-open:hidden">{folded.all}</span>
          <span className="hidden group-open:inline">{folded.less}</span>
        </span>
      </summary>
      {whole}
    </details>
  );
}

function Written({ words }: { words: ToldWords }) {
  if (typeof words === "string")
    return (
      <span dir="auto" className="as-typed">
        {words}
      </span>
    );
  if ("html" in words) return <Markdown html={words.html} />;
  const { link, href } = words;
  return href.startsWith("mailto:") ? (
    <a href={href} className="link">
      {link}
    </a>
  ) : (
    <a href={href} dir="auto" rel="noopener noreferrer nofollow ugc" className="link">
      {link}
    </a>
  );
}
