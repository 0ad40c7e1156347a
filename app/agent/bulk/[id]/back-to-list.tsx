"use client";

import { useWayBack } from "@/components/keyboard/use-way-back";
import { buttonClass } from "@/components/ui/button-class";

/** Leads to the list that the requests were selected in, as far as this tab knows it. */
export const BackToList = ({ label }: { label: string }) => (
  <a href={useWayBack("/agent")} className={buttonClass("secondary", "small")}>
    {label}
  </a>
);
