"use client";

import { buttonClass } from "@/components/ui/button-class";
import type { DraftKeeper, DraftNews } from "./draft-keeper";

const words = {
  saved: "Saved as a draft.",
  unsaved: "Not saved: the desk rejected it. Your text is kept in this tab.",
  unreachable:
    "The desk cannot be reached right now. What you typed is kept here; please send it again in a moment.",
} as const;

type Props = { news: DraftNews; keeper: DraftKeeper | null; isOffered: boolean; taken: () => void };

/** The draft's status; announced only when saving failed. */
export function Draft({ news, keeper, isOffered, taken }: Props) {
  return (
    <div className="scripted -mt-2 min-h-5 text-ink-faint text-xs">
      {isOffered ? (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft text-sm">
          Your last changes here may not have been saved.
          <button
            type="button"
            className={buttonClass("secondary", "small")}
            onClick={() => {
              keeper?.putBack();
              taken();
            }}
          >
            Restore them
          </button>
        </p>
      ) : (
        news && (
          <p
            role={news === "unreachable" ? "alert" : undefined}
            className={news === "saved" ? "" : "text-bad"}
          >
            {words[news]}
          </p>
        )
      )}
    </div>
  );
}
