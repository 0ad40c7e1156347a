import type { ReactNode } from "react";
import { passwordLength, passwordRules, weaknesses } from "@/lib/accounts/password-rules";
import type { Translator } from "@/lib/messages/translate";
import { type NewPassword, PasswordInput } from "./password-input";

type Props = {
  t: Translator;
  which?: keyof typeof fields;
  /** For a password that is being chosen: what a guesser would try first, such as a name. */
  known?: string[];
};

const fields = {
  own: { name: "password", label: "accounts.password" },
  current: { name: "currentPassword", label: "accounts.password.current" },
  new: { name: "password", label: "accounts.password.new" },
} as const;

const hidden = (words: ReactNode) => <span className="sr-only">{words}</span>;

export function PasswordField({ t, which = "own", known }: Props) {
  const { name, label } = fields[which];
  return (
    <PasswordInput
      name={name}
      label={t(label)}
      show={t.rich("accounts.password.show", { which, hidden })}
      hide={t.rich("accounts.password.hide", { which, hidden })}
      chosen={known && newPassword(t, known)}
    />
  );
}

function newPassword(t: Translator, known: string[]): NewPassword {
  const rules = ([...passwordRules, "unguessable"] as const).map(rule => {
    const open = t(`accounts.password.rule.${rule}`, { minimum: passwordLength.min });
    return { rule, open, met: t.rich("accounts.password.rule.met", { rule: open, hidden }) };
  });
  const whys = [...Object.values(weaknesses), "other" as const].map(weakness => {
    const why = t(`accounts.password.guess.${weakness}`);
    return [weakness, t("refusals.password.guessable", { why })];
  });
  return { known, rules, whys: Object.fromEntries(whys) };
}
