"use client";

import { type MouseEvent, type ReactNode, type RefObject, useEffect, useRef } from "react";
import { claim } from "@/app/(portal)/requests/[reference]/actions";
import { FormBody } from "@/components/form/form-body";
import { SubmitButton } from "@/components/form/submit-button";
import { StatusBadge } from "@/components/requests/status-badge";
import type { Status } from "@/components/requests/status-icon";
import type { ToldTags } from "@/components/tags/told-tags";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { inputId } from "@/lib/form/input-id";
import type { RequestInView } from "@/lib/requests/view";
import { AssignMenu, type ToldAgent, type ToldAssigning } from "./assign-menu";
import { PriorityForm, type ToldPriority } from "./priority-form";
import { TagMenu } from "./tag-menu";
import { TeamMenu, type ToldTeams } from "./team-menu";

export type ToldBar = {
  label: string;
  status: { status: Status; label: string };
  assigning: ToldAssigning;
  /** Not on a desk without teams. */
  teams?: ToldTeams;
  priority: ToldPriority;
  tags: ToldTags;
  more: string;
  reply: string;
};

type Props = { on: RequestInView; told: ToldBar; agents: ToldAgent[]; box: string; moves: ReactNode };

/**
 * How a request stands and who has it, within reach wherever one reads; each is changed in one or two clicks. On a phone it
 * is one row at the thumb, and what is changed more rarely folds into a sheet.
 */
export function WorkBar({ on, told, agents, box, moves }: Props) {
  const { label, status, assigning, teams, priority, tags, more, reply } = told;
  const words = inputId(box, "body");
  const bar = useRef<HTMLElement>(null);
  useAside(bar);
  return (
    <section ref={bar} aria-label={label} className="work-bar">
      <StatusBadge {...status} />
      <AssignMenu on={on} told={assigning} agents={agents} />
      {assigning.claim && (
        <FormBody action={claim} id="claim" labels={{}} hidden={on}>
          <SubmitButton size="small" variant="secondary" working={assigning.claim.working}>
            {assigning.claim.label}
          </SubmitButton>
        </FormBody>
      )}
      <button
        type="button"
        popoverTarget="work-sheet"
        aria-label={more}
        className={buttonClass("secondary", "small")}
      >
        <Icon name="sliders-horizontal" />
      </button>
      {/* Only a phone folds it: elsewhere a style sheet shows it in the bar. */}
      <div id="work-sheet" popover="auto" className="work-sheet">
        {moves}
        {teams && <TeamMenu on={on} told={teams} />}
        <PriorityForm on={on} told={priority} />
        <TagMenu on={on} told={tags} />
      </div>
      <a href={`#${words}`} onClick={event => goTo(event, words)} className={buttonClass("primary", "small")}>
        <Icon name="reply" />
        <span>{reply}</span>
      </a>
    </section>
  );
}

const leastScrolled = 8;
const nearEnd = 80;

/** Marks the bar while one scrolls down, so that on a phone it steps aside; at the end of the page and on the way up it returns. */
function useAside(bar: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let from = scrollY;
    const look = () => {
      const by = scrollY - from;
      if (Math.abs(by) < leastScrolled) return;
      from = scrollY;
      const left = document.documentElement.scrollHeight - innerHeight - scrollY;
      bar.current?.toggleAttribute("data-aside", by > 0 && left > nearEnd);
    };
    addEventListener("scroll", look, { passive: true });
    return () => removeEventListener("scroll", look);
  }, [bar]);
}

/** A link alone would leave the focus where it is. */
function goTo(event: MouseEvent, id: string) {
  const field = document.getElementById(id);
  if (!field) return;
  event.preventDefault();
  field.focus();
}
