import { Button, ButtonLink } from "@/components/ui/button";
import type { Translator } from "@/lib/messages/translate";

type Props = {
  t: Translator;
  action: string;
  label: string;
  placeholder: string;
  words: string;
  /** The whole list again. */
  clear: string;
  hidden?: Record<string, string>;
  className?: string;
};

/** Finds among the rows of an admin's list by what they are called. */
export function FindForm({ t, action, label, placeholder, words, clear, hidden = {}, className }: Props) {
  return (
    <search className={className}>
      <form action={action} className="flex max-w-xl flex-wrap gap-2">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input
          type="search"
          name="q"
          dir="auto"
          defaultValue={words}
          maxLength={254}
          autoComplete="off"
          aria-label={label}
          placeholder={placeholder}
          className="input min-w-0 flex-1 basis-56"
        />
        <Button icon="search">{t("people.find.button")}</Button>
        {words && (
          <ButtonLink href={clear} variant="quiet">
            {t("people.find.clear")}
          </ButtonLink>
        )}
      </form>
    </search>
  );
}
