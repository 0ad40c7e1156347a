import Link from "next/link";
import { Icon } from "@/components/ui/icon";
import type { TypeCard as Type } from "@/lib/catalog/queries";

type Props = { href: string } & Pick<Type, "icon" | "name" | "description">;

/** One link, stretched over its card. */
export function TypeCard({ href, icon, name, description }: Props) {
  return (
    <div className="group relative flex h-full items-start gap-4 rounded-xl border border-line bg-surface p-4 shadow-rest transition-[border-color,box-shadow] duration-150 hover:border-accent-line hover:shadow-lift has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent-text has-[:focus-visible]:outline-offset-2 sm:p-5">
      <span className="flex size-10 shrink-0 items-center justify-center rounded-lg border border-transparent bg-accent-soft text-accent-text">
        <Icon name={icon} className="size-5" />
      </span>
      <div className="wrap-anywhere min-w-0 flex-1">
        <h3 className="font-semibold text-base text-ink leading-6">
          <Link href={href} className="outline-none after:absolute after:inset-0 after:rounded-xl">
            {name}
          </Link>
        </h3>
        <p className="mt-0.5 text-pretty text-ink-soft text-sm">{description}</p>
      </div>
      <Icon
        name="arrow-right"
        className="mt-1 size-4 text-ink-faint transition-[translate,color] duration-150 group-hover:translate-x-0.5 group-hover:text-accent-text"
      />
    </div>
  );
}
