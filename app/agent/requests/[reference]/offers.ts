import type { Offer } from "@/components/keyboard/offers";
import { fill } from "@/components/messages/browser-texts";
import { correctLinkId } from "@/components/requests/correct-link";
import { moveForm } from "@/components/requests/move-form";
import { inputId } from "@/lib/form/input-id";
import type { ToldAgent } from "./assign-menu";
import { followFormId } from "./followers";
import { linkLinkId } from "./link-ids";
import { unlinkButtonId } from "./linked-card";
import { sendId } from "./send-and";
import { snoozeButtonId, wakeFormId } from "./snooze-form";
import { tagFormId, untagButtonId } from "./tags-form";
import type { ToldPage } from "./tell-page";

/** What the palette and the shortcuts do on an open request: what its buttons do, and nothing else. */
export function offersOf(told: ToldPage, agents: ToldAgent[]): Offer[] {
  const { answer, moves, bar, desk, linked, correct, details } = told;
  const { followers, snooze } = desk;
  const { assigning, teams, priority, tags } = bar;
  const modes = answer.modes.map(({ value, label }): Offer => {
    const offer = { label, at: `#${inputId(answer.id, "mode")}-${value}` };
    return value === "reply" || value === "note"
      ? { group: "answer", shortcut: value, ...offer }
      : { group: "move", ...offer };
  });
  const { claim, nobody } = assigning;
  const follow: Offer = {
    group: "request",
    label: followers.turn,
    at: `#${followFormId}`,
    shortcut: "follow",
  };
  const assign = (value: string, label: string): Offer => ({
    group: "assignee",
    label,
    at: "#assign",
    choice: { name: "to", value },
  });
  const otherTeams = teams?.teams.filter(([slug]) => slug !== teams.team?.slug) ?? [];
  return [
    ...modes,
    ...answer.sendAnd.sends.options.map(
      ([value, label]): Offer => ({ group: "send", label, at: `#${sendId(answer.id, value)}` }),
    ),
    ...moves.map(({ move, label }): Offer => ({ group: "move", label, at: `#${moveForm(move).id}` })),
    ...(claim
      ? [{ group: "assignee", label: claim.label, at: "#claim", shortcut: "claim" } satisfies Offer]
      : [assign("", nobody)]),
    follow,
    ...(details.ways ?? []).map(
      ({ id, label }): Offer => ({
        ...{ group: "request", label, at: `#${id}` },
        ...(id === linkLinkId && { shortcut: "link" }),
      }),
    ),
    ...(linked?.rows ?? []).map(
      ({ reference, remove }): Offer => ({
        ...{ group: "request", label: remove, at: `#${unlinkButtonId(reference)}`, isRare: true },
      }),
    ),
    ...(correct ? [{ group: "request", label: correct, at: `#${correctLinkId}` } satisfies Offer] : []),
    ...agents
      .filter(([id]) => id !== assigning.assignee?.id)
      .map(([id, name, , address]) => assign(id, address ? `${name} (${address})` : name)),
    ...otherTeams.map(
      ([value, label]): Offer => ({ group: "team", label, at: "#hand-over", choice: { name: "to", value } }),
    ),
    ...priority.options
      .filter(([value]) => value !== priority.value)
      .map(
        ([value, label]): Offer => ({
          ...{ group: "priority", label, at: `#${priority.id}` },
          choice: { name: "to", value },
        }),
      ),
    ...(snooze?.presets ?? []).map(
      ({ preset, label }): Offer => ({
        ...{
          group: "snooze",
          label: `${snooze?.label}: ${label}`,
          at: `#${snoozeButtonId(preset)}`,
          isRare: true,
        },
      }),
    ),
    ...(snooze?.now
      ? [{ group: "snooze", label: snooze.now.wake.label, at: `#${wakeFormId}` } satisfies Offer]
      : []),
    ...tags.offered.map(
      ({ name }): Offer => ({
        ...{ group: "tag", label: name, at: `#${tagFormId}` },
        choice: { name: "name", value: name },
      }),
    ),
    ...tags.tags.map(
      ({ slug, name }): Offer => ({
        ...{ group: "tag", label: fill(tags.remove, { name }), at: `#${untagButtonId(slug)}`, isRare: true },
      }),
    ),
  ];
}
