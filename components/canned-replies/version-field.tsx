"use client";

import { useField } from "@/components/form/form-context";

/**
 * The version that is being changed, as the server may correct it. Not `HiddenField`: with a page more that uses it,
 * the bundler splits the script of customers' requests in two, which weighs more.
 */
export function VersionField({ version }: { version: number }) {
  const { typed } = useField("version");
  return <input type="hidden" name="version" value={typeof typed === "string" && typed ? typed : version} />;
}
