import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Card } from "@/components/ui/card";
import { languageName } from "@/lib/formats";
import { tellMessage } from "@/lib/messages/refusals";
import type { Translator } from "@/lib/messages/translate";
import type { Line } from "@/lib/people/list-lines";
import { discardList, inviteList } from "./actions";

type Props = { t: Translator; lines: Line[]; language: string };

/** Who would be invited as what, and which lines would not be, and why. */
export function Preview({ t, lines, language }: Props) {
  const bad = lines.filter(({ problem }) => problem !== null);
  const count = lines.length - bad.length;
  return (
    <Card id="preview" title={t("people.by_list.preview")} intro={t("people.by_list.preview.intro")}>
      <p className="font-medium text-ink">{t("people.by_list.good", { count })}</p>
      {bad.length > 0 && <p className="text-warn">{t("people.by_list.bad", { count: bad.length })}</p>}
      <ul className="my-4 divide-y divide-line border-line border-y text-sm">
        {[...bad, ...lines.filter(({ problem }) => problem === null)].map(
          ({ line, email, role, language: tag, problem }) => (
            <li key={line} className="flex flex-wrap gap-x-4 gap-y-1 py-2">
              <span className="w-20 shrink-0 text-ink-soft">{t("people.by_list.line", { line })}</span>
              <span className="wrap-anywhere min-w-0 flex-1 basis-56">
                <span className="font-medium text-ink">{email}</span>
                {problem ? (
                  <span className="block text-warn">
                    {t("people.by_list.left_out", { why: tellMessage(problem, t) })}
                  </span>
                ) : (
                  <span className="block text-ink-soft">
                    {t(`people.role.${role}`)} · {languageName(tag, language)}
                  </span>
                )}
              </span>
            </li>
          ),
        )}
      </ul>
      <div className="flex flex-wrap gap-3">
        {count > 0 && (
          <Form action={inviteList} id="invite-list" labels={{}} hidden={{ expected: count }}>
            <SubmitButton>{t("people.by_list.send", { count })}</SubmitButton>
          </Form>
        )}
        <Form action={discardList} id="discard-list" labels={{}}>
          <SubmitButton variant="secondary">{t("people.by_list.drop")}</SubmitButton>
        </Form>
      </div>
    </Card>
  );
}
