import { Banner } from "@/components/ui/banner";
import { adviceOf } from "@/lib/catalog/form-advice";
import type { FormPage } from "@/lib/catalog/form-page";
import { unfitness } from "@/lib/catalog/form-unfitness";
import { withLists } from "@/lib/catalog/shared-lists";
import { type Said, say } from "@/lib/messages/said";
import type { Translator } from "@/lib/messages/translate";

type Props = { t: Translator; form: FormPage; draft: NonNullable<FormPage["draft"]> };

/** What keeps it from being published, and what could be better. */
export function Findings({ t, form, draft: { fields } }: Props) {
  const lineOf = ({ key, said }: { key: string | null; said: Said }) => {
    const label = fields.find(field => field.key === key)?.label;
    return label ? t("form_builder.finding", { label, text: say(t, said) }) : say(t, said);
  };
  const problems = [...new Set(unfitness(fields, form.used, form.lists).map(lineOf))];
  const advice = [...new Set(adviceOf(withLists(fields, form.lists)).map(lineOf))];
  return (
    <>
      {problems.length > 0 && (
        <Banner tone="bad" title={t("form_builder.unfit")}>
          <Lines lines={problems} />
        </Banner>
      )}
      {advice.length > 0 && (
        <Banner tone="warn" title={t("form_builder.advice")}>
          <Lines lines={advice} />
        </Banner>
      )}
    </>
  );
}

const Lines = ({ lines }: { lines: string[] }) => (
  <ul className="effects">
    {lines.map(line => (
      <li key={line} dir="auto">
        {line}
      </li>
    ))}
  </ul>
);
