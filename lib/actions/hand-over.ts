import "server-only";
import { z } from "zod";
import { handOverRequest } from "../desk/handover";
import { confirmLosingAll } from "../desk/losing-sight";
import { message } from "../refusal";
import { loadRequest } from "../requests/load";
import { can } from "../requests/policy";
import { teamInput } from "../teams/input";
import { action } from "./action";
import { requireUnchanged } from "./unchanged";

export const handOver = action({
  label: { code: "actions.hand_over" },
  asks: ["team"],
  input: z.strictObject({
    /** A slug; null is no team. */
    team: teamInput.nullable(),
    /** Who loses sight of some of them, as whoever ordered it was told. */
    told: z.array(z.uuid()).optional(),
  }),
  preview: (asking, request) => (can(asking, "hand over", request) ? null : message("handover.agents_only")),
  async command(act, target, { team: to, told }) {
    await requireUnchanged(act, target, ["request_handed_over"]);
    const { teamId } = await loadRequest(act, target.reference);
    const team =
      teamId === null
        ? null
        : await act.tx.team.findUniqueOrThrow({ where: { id: teamId }, select: { slug: true } });
    await handOverRequest(act, { reference: target.reference, from: team?.slug ?? null, to }, told);
  },
  order: async (act, { team }, requestIds, losing) => ({
    team,
    told: await confirmLosingAll(act, { requestIds, to: team }, losing),
  }),
});
