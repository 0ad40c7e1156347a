"use client";

import { useEffect } from "react";
import { useForm } from "@/components/form/form-context";

/** Inside a form within a menu: opens it where the form was sent from elsewhere, as by the palette, and refused. */
export function ShowRefused({ menu }: { menu: string }) {
  const { state } = useForm();
  useEffect(() => {
    const panel = document.getElementById(menu);
    if (state?.error && !panel?.matches(":popover-open")) panel?.showPopover();
  }, [state, menu]);
  return null;
}

/** @param chosen what the menu chooses; once it is another, the choice is made */
export function useClosing(menu: string, chosen: string | undefined): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: it closes whenever this changes
  useEffect(() => document.getElementById(menu)?.hidePopover(), [menu, chosen]);
}
