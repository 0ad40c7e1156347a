import clsx from "clsx";
import Link from "next/link";
import { Icon } from "@/components/ui/icon";
import type { Heading } from "@/lib/search/choices";

type Props = { heading: Heading; label: string; className: string };

/** The head of a column; where the list can be put in its order, a link that does so. */
export function SortLink({ heading, label, className }: Props) {
  const { href, sorted } = heading;
  const arrow = sorted && (
    <Icon name={sorted === "ascending" ? "arrow-up" : "arrow-down"} className="size-3.5" />
  );
  const look = clsx(
    "-mx-1 inline-flex items-center gap-1 whitespace-nowrap rounded px-1 font-medium text-xs",
    sorted ? "text-ink" : "text-ink-soft",
    className,
  );
  if (href === null)
    return (
      <span className={look}>
        {label}
        {arrow}
      </span>
    );
  return (
    <Link href={href} prefetch={false} className={clsx(look, "hover:text-ink hover:underline")}>
      {label}
      {arrow}
    </Link>
  );
}
