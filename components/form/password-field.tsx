"use client";

import clsx from "clsx";
import { useEffect, useState } from "react";
import { fill, useTexts } from "@/components/messages/browser-texts";
import { guessability, passwordRules } from "@/lib/accounts/password-rules";
import { Field } from "./field";
import { describedBy, useField, useForm } from "./form-context";
import { FormIcon } from "./form-icon";
import { inputClass } from "./text-field";

type Props = { label: string; name?: string; isNew?: boolean; known?: string[] };

/** A password with a button to show it; a new one is checked while typing, by the server's rules. */
export function PasswordField({ label, name = "password", isNew = false, known = [] }: Props) {
  const texts = useTexts();
  const { id, errors } = useField(name);
  const [isShown, setShown] = useState(false);
  const [password, setPassword] = useState("");
  const act = isShown ? "password.hide" : "password.show";
  const help = isNew ? `${id}-rules` : undefined;
  return (
    <Field id={id} label={label} need={isNew ? "required" : "unsaid"} errors={errors}>
      <div className="relative">
        <input
          id={id}
          name={name}
          type={isShown ? "text" : "password"}
          autoComplete={isNew ? "new-password" : "current-password"}
          spellCheck={false}
          autoCapitalize="none"
          aria-required={true}
          aria-invalid={errors.length > 0 || undefined}
          aria-describedby={
            [describedBy(id, false, errors.length > 0), help].filter(Boolean).join(" ") || undefined
          }
          onChange={event => setPassword(event.currentTarget.value)}
          className={clsx(inputClass, "min-h-11 py-2 pr-20")}
        />
        <button
          type="button"
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
          className="scripted absolute inset-y-1 right-1 rounded-md px-3 font-medium text-ink-soft text-sm hover:bg-sunken hover:text-ink"
        >
          <span aria-hidden="true">{texts[act]}</span>
          <span className="sr-only">{fill(texts[`${act}.label`], { label: label.toLowerCase() })}</span>
        </button>
      </div>
      {isNew && <Rules id={`${id}-rules`} password={password} known={known} />}
    </Field>
  );
}

function Rules({ id, password, known }: { id: string; password: string; known: string[] }) {
  const texts = useTexts();
  const { formId } = useForm();
  const [weakness, setWeakness] = useState<string | null>(null);
  const [judged, setJudged] = useState("");
  const words = known.join("\n");
  useEffect(() => {
    let isCurrent = true;
    const form = document.getElementById(formId);
    const typed = form instanceof HTMLFormElement ? new FormData(form) : new FormData();
    const about = [...words.split("\n"), String(typed.get("name") ?? ""), String(typed.get("email") ?? "")];
    if (password)
      guessability(password, about).then(reason => {
        if (!isCurrent) return;
        setWeakness(reason);
        setJudged(password);
      });
    return () => {
      isCurrent = false;
    };
  }, [password, words, formId]);

  const isJudged = password !== "" && judged === password;
  const rules = [
    ...passwordRules(password),
    { label: texts["password.unguessable"], isMet: isJudged && weakness === null },
  ];
  return (
    <div id={id} className="mt-3 text-sm">
      <ul className="grid gap-1">
        {rules.map(({ label, isMet }) => (
          <li key={label} className={clsx("flex items-center gap-2", isMet ? "text-good" : "text-ink-soft")}>
            <FormIcon name={isMet ? "met" : "open"} />
            {label}
            {isMet && <span className="sr-only"> {texts["password.rule_met"]}</span>}
          </li>
        ))}
      </ul>
      <p aria-live="polite" className="mt-2 min-h-5 text-warn">
        {isJudged && weakness}
      </p>
    </div>
  );
}
