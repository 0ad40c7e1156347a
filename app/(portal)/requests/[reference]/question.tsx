import clsx from "clsx";
import { Files } from "@/components/attachments/files";
import { tellFiles } from "@/components/attachments/tell-files";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { Markdown } from "@/components/ui/markdown";
import { SupportBadge } from "@/components/ui/support-badge";
import { Time } from "@/components/ui/time";
import type { Clock } from "@/lib/clock";
import { markdownHtml } from "@/lib/markdown/html";
import { plainWords } from "@/lib/markdown/markdown";
import type { Translator } from "@/lib/messages/translate";
import type { Question as QuestionWords } from "@/lib/requests/question";

type Props = { words: QuestionWords; clock: Clock; t: Translator };

/** Characters and lines that stand open above the answer box; longer words are folded. */
const short = { characters: 600, lines: 10 } as const;

/** What support waits for an answer to, quoted above the box that answers it. */
export function Question({ words, clock, t }: Props) {
  return (
    <div className="mb-5 grid gap-4">
      {words.map(({ id, author, body, files, at }) => (
        <figure key={id} className="min-w-0 border-accent border-s-3 ps-4">
          <figcaption className="wrap-anywhere mb-1 text-ink-soft text-sm">
            <bdi className="font-semibold text-ink">{author ?? t("requests.question.by_support")}</bdi>{" "}
            <SupportBadge label={t("shell.support")} /> · <Time at={at} clock={clock} />
          </figcaption>
          {body !== "" && <Quote t={t}>{body}</Quote>}
          <Files files={tellFiles(files, t)} className="mt-2" />
        </figure>
      ))}
    </div>
  );
}

function Quote({ t, children: body }: { t: Translator; children: string }) {
  const whole = (
    <blockquote>
      <Markdown html={markdownHtml(body)} className="max-w-[75ch] text-[0.9375rem] text-ink" />
    </blockquote>
  );
  if (body.length <= short.characters && body.split("\n").length <= short.lines) return whole;
  return (
    <details className="disclosure group">
      <summary className="cursor-pointer list-none rounded">
        <span
          dir="auto"
          className="as-typed wrap-anywhere line-clamp-4 max-w-[75ch] text-[0.9375rem] text-ink group-open:hidden"
        >
          {plainWords(body.slice(0, short.characters).toWellFormed())}…
        </span>
        <span className={clsx(buttonClass("quiet", "small"), "-ms-3")}>
          <span className="group-open:hidden">{t("requests.show_all")}</span>
          <span className="hidden group-open:inline">{t("requests.show_less")}</span>
          <Icon name="chevron-down" className="disclosure-arrow" />
        </span>
      </summary>
      {whole}
    </details>
  );
}
