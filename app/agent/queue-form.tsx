"use client";

import type { ComponentProps } from "react";
import { useSpelled } from "@/components/messages/agent-texts";
import { SearchForm } from "@/components/search/search-form";
import type { ToldSearch } from "@/components/search/told-search";
import type { Numbered } from "@/lib/messages/numbered";

type Props = Omit<ComponentProps<typeof SearchForm>, keyof ToldSearch> & { told: Numbered<ToldSearch> };

export function QueueForm({ told, ...slots }: Props) {
  return <SearchForm {...useSpelled(told)} {...slots} />;
}
