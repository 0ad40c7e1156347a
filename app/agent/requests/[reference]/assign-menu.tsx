"use client";

import { assign } from "@/app/(portal)/requests/[reference]/actions";
import { FormBody } from "@/components/form/form-body";
import { Avatar } from "@/components/ui/avatar";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import type { RequestInView } from "@/lib/requests/view";
import { ShowRefused, useClosing } from "./bar-menu";
import { Folded } from "./folded";

/** `aside`: until when somebody is away, and the address of those who share their name. */
export type ToldAgent = [id: string, name: string, aside?: string, address?: string];

export type ToldAssigning = {
  assignee?: { id: string; name: string; away?: string };
  /** Where nobody has it. */
  claim?: { label: string; working: string };
  /** A line for each, with tabs in between. */
  agents: string;
  assign: string;
  /** Who has it. */
  label: string;
  nobodyYet: string;
  nobody: string;
};

export const agentsIn = (lines: string): ToldAgent[] =>
  lines.split("\n").map(line => line.split("\t") as unknown as ToldAgent);

const menuId = "assign-menu";

type Props = { on: RequestInView; told: ToldAssigning; agents: ToldAgent[] };

export function AssignMenu({ on, told, agents }: Props) {
  const { assignee, label, nobodyYet, nobody } = told;
  useClosing(menuId, assignee?.id);
  const people: ToldAgent[] = assignee ? [...agents, ["", nobody]] : agents;
  return (
    <Menu
      id={menuId}
      label={
        <>
          {assignee ? (
            <Avatar name={assignee.name} side="support" size="small" />
          ) : (
            <Icon name="user" className="sm:hidden" />
          )}
          <span className="sr-only">{label} </span>
          <bdi>{assignee?.name ?? nobodyYet}</bdi>
          {assignee?.away && <span className="away">{assignee.away}</span>}
          <Icon name="chevron-down" className="opacity-70 max-sm:hidden" />
        </>
      }
      buttonClass={buttonClass("secondary", "small")}
      panelClass="assign-panel"
    >
      <Folded>
        <FormBody
          action={assign}
          id="assign"
          labels={{ to: told.assign }}
          hidden={{ ...on, ...(assignee && { from: assignee.id }) }}
          aria-label={told.assign}
        >
          <ShowRefused menu={menuId} />
          {people.map(([id, name, aside]) => (
            <button
              key={id}
              type="submit"
              name="to"
              value={id}
              aria-current={id === assignee?.id || undefined}
            >
              {name}
              {aside && <span className="away">{aside}</span>}
            </button>
          ))}
        </FormBody>
      </Folded>
    </Menu>
  );
}
