"use client";

import { handOver } from "@/app/(portal)/requests/[reference]/actions";
import { FormBody } from "@/components/form/form-body";
import { HiddenField } from "@/components/form/hidden-field";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import type { RequestInView } from "@/lib/requests/view";
import { ShowRefused, useClosing } from "./bar-menu";
import { Folded } from "./folded";

export type ToldTeams = {
  /** Whose it is. */
  team?: { slug: string; name: string };
  /** `[slug, name]` of each team that it can go to. */
  teams: [slug: string, name: string][];
  label: string;
  none: string;
  handOver: string;
  help: string;
};

const menuId = "team-menu";

/** Whose team has it; choosing another hands it over. Where somebody loses sight by that, it is chosen twice. */
export function TeamMenu({ on, told }: { on: RequestInView; told: ToldTeams }) {
  const { team, teams, label, none, handOver: title, help } = told;
  useClosing(menuId, team?.slug);
  const choices = team ? [...teams, ["", none] as const] : teams;
  return (
    <Menu
      id={menuId}
      label={
        <>
          <Icon name="users" className="opacity-70" />
          <span className="sr-only">{label} </span>
          <bdi>{team?.name ?? none}</bdi>
          <Icon name="chevron-down" className="opacity-70" />
        </>
      }
      buttonClass={buttonClass("secondary", "small")}
      panelClass="assign-panel"
    >
      <Folded>
        <FormBody
          action={handOver}
          id="hand-over"
          labels={{ to: label }}
          hidden={{ ...on, ...(team && { from: team.slug }) }}
          aria-label={title}
        >
          <ShowRefused menu={menuId} />
          <HiddenField name="losing" value={0} />
          {choices.map(([slug, name]) => (
            <button
              key={slug}
              type="submit"
              name="to"
              value={slug}
              aria-current={slug === team?.slug || undefined}
            >
              {name}
            </button>
          ))}
          <p className="menu-help">{help}</p>
        </FormBody>
      </Folded>
    </Menu>
  );
}
