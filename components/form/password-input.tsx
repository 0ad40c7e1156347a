"use client";

import clsx from "clsx";
import { type ReactNode, useEffect, useState } from "react";
import { Icon } from "@/components/ui/icon";
import {
  brokenRules,
  guessabilityHere,
  type PasswordRule,
  type Weakness,
} from "@/lib/accounts/password-rules";
import { Field } from "./field";
import { describedBy, useField, useForm } from "./form-context";
import { inputClass } from "./text-field";

export type NewPassword = {
  known: string[];
  rules: { rule: PasswordRule | "unguessable"; open: ReactNode; met: ReactNode }[];
  whys: Record<Weakness, string>;
};

type Props = { name: string; label: string; show: ReactNode; hide: ReactNode; chosen?: NewPassword };

/** A password with a button to show it; a new one is checked while typing, by the server's rules. */
export function PasswordInput({ name, label, show, hide, chosen }: Props) {
  const { id, errors, autoFocus } = useField(name);
  const [isShown, setShown] = useState(false);
  const [password, setPassword] = useState("");
  const help = chosen ? `${id}-rules` : undefined;
  return (
    <Field id={id} label={label} need={chosen ? "required" : "unsaid"} errors={errors}>
      <div className="password">
        <input
          id={id}
          name={name}
          type={isShown ? "text" : "password"}
          autoComplete={chosen ? "new-password" : "current-password"}
          // biome-ignore lint/a11y/noAutofocus: only where a refused page is about this field alone
          autoFocus={autoFocus}
          spellCheck={false}
          autoCapitalize="none"
          aria-required={true}
          aria-invalid={errors.length > 0 || undefined}
          aria-describedby={
            [describedBy(id, false, errors.length > 0), help].filter(Boolean).join(" ") || undefined
          }
          onChange={event => setPassword(event.currentTarget.value)}
          className={inputClass}
        />
        <button type="button" aria-pressed={isShown} onClick={() => setShown(!isShown)} className="scripted">
          {isShown ? hide : show}
        </button>
      </div>
      {chosen && <Rules id={`${id}-rules`} password={password} {...chosen} />}
    </Field>
  );
}

function Rules({ id, password, known, rules, whys }: NewPassword & { id: string; password: string }) {
  const { formId } = useForm();
  const [weakness, setWeakness] = useState<Weakness | null>(null);
  const [judged, setJudged] = useState("");
  const words = known.join("\n");
  useEffect(() => {
    let isCurrent = true;
    const form = document.getElementById(formId);
    const typed = form instanceof HTMLFormElement ? new FormData(form) : new FormData();
    const about = [...words.split("\n"), String(typed.get("name") ?? ""), String(typed.get("email") ?? "")];
    if (password)
      guessabilityHere(password, about).then(found => {
        if (!isCurrent) return;
        setWeakness(found);
        setJudged(password);
      });
    return () => {
      isCurrent = false;
    };
  }, [password, words, formId]);

  const isJudged = password !== "" && judged === password;
  const broken = brokenRules(password);
  return (
    <div id={id} className="mt-3 text-sm">
      <ul className="grid gap-1">
        {rules.map(({ rule, open, met }) => {
          const isMet = rule === "unguessable" ? isJudged && weakness === null : !broken.includes(rule);
          return (
            <li key={rule} className={clsx("flex items-center gap-2", isMet ? "text-good" : "text-ink-soft")}>
              <Icon name={isMet ? "met" : "open"} />
              {isMet ? met : open}
            </li>
          );
        })}
      </ul>
      <p aria-live="polite" className="mt-2 min-h-5 text-warn">
        {isJudged && weakness && whys[weakness]}
      </p>
    </div>
  );
}
