"use client";

import { useField } from "@/components/form/form-context";

/** The newest entry this page has shown: what the server said after asking, or what has been drawn since, if newer. */
export function SeenField({ latest }: { latest: string }) {
  const { typed } = useField("seen");
  const told = typeof typed === "string" && /^\d+$/.test(typed) ? typed : "0";
  return <input type="hidden" name="seen" value={Number(told) > Number(latest) ? told : latest} />;
}
