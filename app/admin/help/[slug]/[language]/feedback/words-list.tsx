import type { ReactNode } from "react";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Time } from "@/components/ui/time";
import type { Clock } from "@/lib/clock";
import type { ArticleInput } from "@/lib/help/input";
import type { FeedbackWords } from "@/lib/help/read-feedback";
import type { Translator } from "@/lib/messages/translate";
import { remove } from "../../../actions";

type Props = { t: Translator; rows: FeedbackWords[]; clock: Clock; of: ArticleInput };

const about = (words: ReactNode) => <span className="sr-only">{words}</span>;

export const WordsList = ({ t, rows, clock, of }: Props) => (
  <ul className="-my-3 divide-y divide-line">
    {rows.map(({ id, isAnswered, words, at }) => (
      <li key={id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
        <div className="min-w-0 flex-1 basis-56 text-sm">
          <p dir="auto" className="wrap-anywhere whitespace-pre-line text-ink">
            {words}
          </p>
          <p className="text-ink-soft">
            {t(isAnswered ? "help.admin.feedback.yes" : "help.admin.feedback.no")} ·{" "}
            <Time at={at} clock={clock} />
          </p>
        </div>
        <Form
          action={remove}
          id={`remove-${id}`}
          labels={{}}
          hidden={{ ...of, feedback: id, seen: at.getTime() }}
        >
          <SubmitButton variant="quiet" size="small" working={t("help.admin.saving")}>
            {t.rich("help.admin.feedback.remove", { words: words.slice(0, 60), about })}
          </SubmitButton>
        </Form>
      </li>
    ))}
  </ul>
);
