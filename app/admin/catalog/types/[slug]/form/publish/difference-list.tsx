import { Card } from "@/components/ui/card";
import type { Translator } from "@/lib/messages/translate";
import type { ToldDifference } from "./tell-differences";

const colours = { added: "green", removed: "red", changed: "blue", moved: "yellow" } as const;

type Props = { t: Translator; differences: ToldDifference[] };

export const DifferenceList = ({ t, differences }: Props) => (
  <Card title={t("form_builder.questions")} id="differences" padded={false} className="mb-6">
    <ul className="differences">
      {differences.map(({ id, label, kind, change, properties }) => (
        <li key={id}>
          <p>
            <span className={`tag ${colours[change]}`}>{t(`form_builder.change.${change}`)}</span>{" "}
            <b dir="auto">{label}</b> <span className="text-ink-soft">{kind}</span>
          </p>
          {properties.length > 0 && (
            <dl>
              {properties.map(({ name, before, after }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>
                    <del>
                      <span className="sr-only">{t("form_builder.compare.before")}: </span>
                      <span dir="auto">{before}</span>
                    </del>
                    <ins>
                      <span className="sr-only">{t("form_builder.compare.after")}: </span>
                      <span dir="auto">{after}</span>
                    </ins>
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ul>
  </Card>
);
