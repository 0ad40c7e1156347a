"use client";

import { unstable_isUnrecognizedActionError as isUnrecognizedAction } from "next/navigation";
import { startTransition, useContext, useOptimistic, useState, useTransition } from "react";
import { OpenerContext } from "@/components/form/form-context";
import { useTexts } from "@/components/messages/browser-texts";
import { type FormAction, type FormState, openerName } from "@/lib/form/form-state";
import { type Move, placed, type ToldCategory } from "./placing";

export type MoveActions = Record<Move["kind"], FormAction>;

/** The catalog with moves that are on their way, one after the other, and why the last was refused. */
export function useMoves(given: ToldCategory[], actions: MoveActions) {
  const texts = useTexts();
  const opener = useContext(OpenerContext);
  const [catalog, place] = useOptimistic(given, placed);
  const [isSaving, start] = useTransition();
  const [refusal, setRefusal] = useState<string | null>(null);

  function send(move: Move) {
    start(async () => {
      place(move);
      const problem = await problemOf(move);
      startTransition(() => setRefusal(problem));
    });
  }

  async function problemOf(move: Move): Promise<string | null> {
    try {
      const state: FormState = await actions[move.kind](null, dataOf(move, opener));
      return state?.error ? (Object.values(state.error).flat()[0] ?? null) : null;
    } catch (error) {
      if (!isUnrecognizedAction(error)) throw error;
      return texts["form.outdated"];
    }
  }

  return { catalog, send, isSaving, refusal };
}

function dataOf(move: Move, opener: string): FormData {
  const data = new FormData();
  data.set("slug", move.slug);
  if (move.kind === "type") data.set("category", move.category);
  if (move.before !== null) data.set("before", move.before);
  data.set(openerName, opener);
  return data;
}
