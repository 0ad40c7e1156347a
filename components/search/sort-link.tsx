import { Icon } from "@/components/ui/icon";
import type { ToldHead } from "./told-row";

/** The head of a column; where the list can be put in its order, a link that does so. */
export function SortLink({ label, href, sorted }: ToldHead) {
  const content = (
    <>
      {label}
      {sorted && <Icon name={sorted === "ascending" ? "arrow-up" : "arrow-down"} className="size-3.5" />}
    </>
  );
  return href ? <a href={href}>{content}</a> : <span>{content}</span>;
}
