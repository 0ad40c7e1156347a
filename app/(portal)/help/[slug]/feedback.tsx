import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { type ArticleInput, helpLimits } from "@/lib/help/input";
import type { Translator } from "@/lib/messages/translate";
import { say } from "./actions";

type Props = {
  t: Translator;
  page: ArticleInput;
  /** They have just said that it did. */
  isThanked: boolean;
};

export function Feedback({ t, page: { slug, language }, isThanked }: Props) {
  if (isThanked)
    return (
      <Banner tone="good" role="status" id="said" className="mt-6">
        {t("help.feedback.thanks")}
      </Banner>
    );
  const words = t("help.feedback.words");
  return (
    <Card title={t("help.feedback")} id="feedback" className="mt-6">
      <Form
        action={say}
        id="say"
        labels={{ isAnswered: t("help.feedback"), words }}
        hidden={{ slug, language }}
        className="grid gap-5"
      >
        <TextField
          name="words"
          label={words}
          need="optional"
          help={t("help.feedback.words.help")}
          rows={2}
          maxLength={helpLimits.words}
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="isAnswered" value="yes" variant="secondary">
            {t("help.feedback.yes")}
          </SubmitButton>
          <SubmitButton name="isAnswered" value="no" variant="secondary">
            {t("help.feedback.no")}
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
