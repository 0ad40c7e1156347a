"use client";

import { useEffect, useState } from "react";
import { useSpelled } from "@/components/messages/agent-texts";
import type { TabCounts } from "@/components/search/row-changes";
import { type Tab, Tabs } from "@/components/ui/tabs";
import type { Numbered } from "@/lib/messages/numbered";

export type QueueTab = Tab & { name: string };

const news = new EventTarget();

/** The tabs of the open queue say this from now on. */
export const tellCounts = (counts: TabCounts): void => {
  news.dispatchEvent(new CustomEvent<TabCounts>("counts", { detail: counts }));
};

type Told = { label: string; tabs: QueueTab[] };

/** Tabs whose counts change with the list below. */
export function QueueTabs({ told: numbered }: { told: Numbered<Told> }) {
  const { label, tabs } = useSpelled(numbered);
  const [told, setTold] = useState<{ of: QueueTab[]; counts: TabCounts }>();
  useEffect(() => {
    const hear = (event: Event) => setTold({ of: tabs, counts: (event as CustomEvent<TabCounts>).detail });
    news.addEventListener("counts", hear);
    return () => news.removeEventListener("counts", hear);
  }, [tabs]);
  const counts = told?.of === tabs ? told.counts : {};
  return (
    <Tabs
      label={label}
      tabs={tabs.map(({ name, ...tab }) => ({ ...tab, count: counts[name] ?? tab.count }))}
    />
  );
}
