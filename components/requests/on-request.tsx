import type { RequestInView } from "@/lib/requests/view";

/** Says which request a form is about, and to which view of it its sender returns. */
export function OnRequest({ reference, view }: RequestInView) {
  return (
    <>
      <input type="hidden" name="reference" value={reference} />
      <input type="hidden" name="view" value={view} />
    </>
  );
}
