import { Card } from "@/components/ui/card";
import { placeholders, placeholderText } from "@/lib/canned-replies/placeholders";
import type { Translator } from "@/lib/messages/translate";

export const PlaceholderCard = ({ t }: { t: Translator }) => (
  <Card
    title={t("canned_replies.placeholders")}
    id="placeholders"
    intro={t("canned_replies.placeholders.intro")}
  >
    <dl className="canned-help">
      {placeholders.map(name => (
        <div key={name}>
          <dt>
            <code>{placeholderText(name)}</code>
          </dt>
          <dd>{t(`canned_replies.placeholder.${name}`)}</dd>
        </div>
      ))}
    </dl>
  </Card>
);
