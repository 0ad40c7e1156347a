import Link from "next/link";
import type { ReactNode } from "react";
import { Mark } from "./mark";

type Props = {
  deskName: string;
  title: string;
  intro?: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
};

export function AuthCard({ deskName, title, intro, foot, children }: Props) {
  return (
    <div className="mx-auto flex w-full max-w-md flex-col px-4 py-10 sm:py-16">
      <Link
        href="/"
        className="mb-8 flex min-h-11 max-w-full items-center gap-3 self-center rounded-lg px-2 font-semibold text-ink text-xl tracking-[-0.015em]"
      >
        <Mark className="size-10" />
        <span className="truncate">{deskName}</span>
      </Link>
      <div className="rounded-2xl border border-line bg-surface p-6 shadow-lift sm:p-8">
        <h1 className="font-semibold text-2xl text-ink tracking-[-0.02em]">{title}</h1>
        {intro && <div className="mt-2 text-ink-soft text-sm">{intro}</div>}
        <div className="mt-6">{children}</div>
      </div>
      {foot && (
        <div className="mt-6 text-center text-ink-soft text-sm [&_a:hover]:decoration-current [&_a]:inline-flex [&_a]:min-h-6 [&_a]:items-center [&_a]:font-medium [&_a]:text-accent-text [&_a]:underline [&_a]:decoration-accent-line [&_a]:underline-offset-4">
          {foot}
        </div>
      )}
    </div>
  );
}
