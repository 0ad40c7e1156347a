"use client";

import { useEffect, useEffectEvent, useId, useMemo, useState } from "react";
import { useForm } from "@/components/form/form-context";
import { Avatar } from "@/components/ui/avatar";
import { inputId } from "@/lib/form/input-id";
import type { ToldAgent } from "./assign-menu";
import { calledAs, findColleagues, type Naming, namingAt } from "./colleagues";
import { insertText } from "./insert-text";

const most = 8;

/**
 * Completes the names of colleagues behind an @ in a note, and the addresses of those who share a name. The focus stays in
 * the box, as in the list of canned replies.
 */
export function MentionPicker({ label, agents }: { label: string; agents: ToldAgent[] }) {
  const names = useMemo(() => agents.map(calledAs), [agents]);
  const boxId = inputId(useForm().formId, "body");
  const [naming, setNaming] = useState<Naming | null>(null);
  const [chosen, setChosen] = useState(0);
  const id = useId();
  const shown = naming ? findColleagues(agents, naming.search).slice(0, most) : [];
  const isOpen = shown.length > 0;
  const optionId = (index: number) => `${id}-${index}`;

  const look = useEffectEvent((box: HTMLTextAreaElement) => {
    const isNote = (box.form?.elements.namedItem("mode") as RadioNodeList | null)?.value === "note";
    const isCaret = box.selectionStart === box.selectionEnd;
    const next = isNote && isCaret ? namingAt(box.value, box.selectionEnd, names) : null;
    if (next?.search !== naming?.search) setChosen(0);
    setNaming(next);
  });

  function insert(box: HTMLTextAreaElement, agent: ToldAgent) {
    if (naming) insertText(box, naming.at, box.selectionEnd, `@${calledAs(agent)} `);
    setNaming(null);
  }

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!isOpen || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
      return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const agent = shown[chosen];
    if (step) setChosen((chosen + step + shown.length) % shown.length);
    else if (event.key === "Escape") setNaming(null);
    else if ((event.key === "Enter" || event.key === "Tab") && agent)
      insert(event.currentTarget as HTMLTextAreaElement, agent);
    else return;
    event.preventDefault();
  });

  useEffect(() => {
    const box = document.getElementById(boxId) as HTMLTextAreaElement;
    const typed = (event: Event) => (event as InputEvent).isComposing || look(box);
    const moved = ({ key }: KeyboardEvent) => /^(Arrow(Left|Right)|Home|End)$/.test(key) && look(box);
    const left = () => setNaming(null);
    box.addEventListener("input", typed);
    box.addEventListener("keyup", moved);
    box.addEventListener("keydown", press);
    box.addEventListener("blur", left);
    return () => {
      box.removeEventListener("input", typed);
      box.removeEventListener("keyup", moved);
      box.removeEventListener("keydown", press);
      box.removeEventListener("blur", left);
    };
  }, [boxId]);

  const active = isOpen ? optionId(chosen) : undefined;
  useEffect(() => {
    const box = document.getElementById(boxId);
    if (!box || !active) return;
    const roles = {
      role: "combobox",
      "aria-haspopup": "listbox",
      "aria-autocomplete": "list",
      "aria-expanded": "true",
      "aria-controls": id,
      "aria-activedescendant": active,
    };
    for (const [name, value] of Object.entries(roles)) box.setAttribute(name, value);
    return () => {
      for (const name of Object.keys(roles)) box.removeAttribute(name);
    };
  }, [boxId, id, active]);

  if (!isOpen) return null;
  return (
    <div className="picker mention-picker">
      <div id={id} role="listbox" aria-label={label}>
        {shown.map((agent, index) => (
          <div
            key={agent[0]}
            id={optionId(index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            // Before the box loses the focus.
            onMouseDown={event => {
              event.preventDefault();
              insert(document.getElementById(boxId) as HTMLTextAreaElement, agent);
            }}
            onMouseMove={() => index !== chosen && setChosen(index)}
          >
            <Avatar name={agent[1]} side="support" size="small" />
            <b dir="auto">{agent[1]}</b>
            <span className="away">{agent[2]}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
