import { Banner } from "@/components/ui/banner";
import type { Field } from "@/lib/catalog/fields";
import { adviceOf } from "@/lib/catalog/form-advice";
import type { FormPage } from "@/lib/catalog/form-page";
import { unfitness } from "@/lib/catalog/form-unfitness";
import { withLists } from "@/lib/catalog/shared-lists";
import { type Said, say } from "@/lib/messages/said";
import type { Translator } from "@/lib/messages/translate";

type Props = { t: Translator; form: FormPage; draft: NonNullable<FormPage["draft"]> };

/** What keeps it from being published, and what could be better, each with the way to its question. */
export function Findings({ t, form: { slug, used, lists }, draft: { fields } }: Props) {
  const builder = `/admin/catalog/types/${slug}/form`;
  const problems = linesOf(t, fields, unfitness(fields, used, lists));
  const advice = linesOf(t, fields, adviceOf(withLists(fields, lists)));
  return (
    <>
      {problems.length > 0 && (
        <Banner tone="bad" title={t("form_builder.unfit")}>
          <Lines lines={problems} builder={builder} />
        </Banner>
      )}
      {advice.length > 0 && (
        <Banner tone="warn" title={t("form_builder.advice")}>
          <Lines lines={advice} builder={builder} />
        </Banner>
      )}
    </>
  );
}

type Line = { key: string | null; text: string };

function linesOf(t: Translator, fields: Field[], findings: { key: string | null; said: Said }[]): Line[] {
  const lines = findings.map(({ key, said }) => {
    const label = fields.find(field => field.key === key)?.label.trim();
    return { key, text: label ? t("form_builder.finding", { label, text: say(t, said) }) : say(t, said) };
  });
  // Both conditions of a question can have the same fault.
  return lines.filter(
    ({ key, text }, index) => index === lines.findIndex(other => other.key === key && other.text === text),
  );
}

const Lines = ({ lines, builder }: { lines: Line[]; builder: string }) => (
  <ul className="effects">
    {lines.map(({ key, text }) => (
      <li key={`${key} ${text}`} dir="auto">
        {key === null ? (
          text
        ) : (
          <a href={`${builder}?question=${encodeURIComponent(key)}`} className="underline">
            {text}
          </a>
        )}
      </li>
    ))}
  </ul>
);
