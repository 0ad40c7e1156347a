"use client";

import { type MouseEvent, useEffect, useState } from "react";
import { useField, useForm } from "@/components/form/form-context";
import { SelectField } from "@/components/form/select-field";
import { nextInList } from "@/components/keyboard/rows";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { Menu, menuItem } from "@/components/ui/menu";
import type { Send } from "@/lib/desk/sends";
import { inputId } from "@/lib/form/input-id";
import type { ToldAgent } from "./assign-menu";
import { FoldedInForm } from "./folded";

export type ToldSendAnd = {
  label: string;
  /** `className`: of the modes that they are offered in. */
  sends: { className: string; options: [send: Send, label: string][] };
  assign: { label: string; unchanged: string; nobody: string };
  after: { label: string; stay: string; next: string; isNext: boolean };
};

type Props = { told: ToldSendAnd; agents: ToldAgent[] };

export const sendId = (formId: string, send: Send) => inputId(formId, `send.${send}`);

/** What else an answer brings about: a move in the same act, whom the request is given to, and where one goes from there. */
export function SendAnd({ told: { label, sends, assign, after }, agents }: Props) {
  const { formId } = useForm();
  const { typed } = useField("after");
  const [next, setNext] = useState("");
  useEffect(() => setNext(nextInList()), []);
  const goesOn = typed ? typed === "next" : after.isNext;
  const people = agents.map(([value, name, aside]) => ({
    value,
    label: aside ? `${name} (${aside})` : name,
  }));
  return (
    <Menu
      id={`${formId}-send-and`}
      name={label}
      label={<Icon name="chevron-down" />}
      buttonClass={buttonClass("secondary")}
      panelClass="send-and"
    >
      <FoldedInForm kept={<input type="hidden" name="after" value={goesOn ? "next" : "stay"} />}>
        <div className={sends.className}>
          {sends.options.map(([value, words]) => (
            <button
              key={value}
              id={sendId(formId, value)}
              type="submit"
              name="send"
              value={value}
              className={menuItem}
              onClick={hideMenu}
            >
              {words}
            </button>
          ))}
          <hr />
        </div>
        <div className="send-and-choices">
          <SelectField
            name="to"
            label={assign.label}
            emptyLabel={assign.unchanged}
            options={[{ value: "nobody", label: assign.nobody }, ...people]}
          />
          <fieldset>
            <legend>{after.label}</legend>
            {(["stay", "next"] as const).map(value => (
              <label key={value} className="choice">
                <input
                  type="radio"
                  name="after"
                  value={value}
                  defaultChecked={goesOn === (value === "next")}
                />
                {after[value]}
              </label>
            ))}
          </fieldset>
        </div>
        <input type="hidden" name="next" value={next} />
      </FoldedInForm>
    </Menu>
  );
}

const hideMenu = ({ currentTarget }: MouseEvent) =>
  currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
