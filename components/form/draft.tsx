"use client";

import { useTexts } from "@/components/messages/browser-texts";
import { buttonClass } from "@/components/ui/button-class";
import type { DraftKeeper, DraftNews } from "./draft-keeper";

type Props = { news: DraftNews; keeper: DraftKeeper | null; isOffered: boolean; taken: () => void };

/** The draft's status; announced only when saving failed. */
export function Draft({ news, keeper, isOffered, taken }: Props) {
  const texts = useTexts();
  return (
    <div className="scripted draft-news">
      {isOffered ? (
        <p className="offered">
          {texts["draft.leftover"]}
          <button
            type="button"
            className={buttonClass("secondary", "small")}
            onClick={() => {
              keeper?.putBack();
              taken();
            }}
          >
            {texts["draft.restore"]}
          </button>
        </p>
      ) : (
        news && (
          <p
            role={news === "unreachable" ? "alert" : undefined}
            className={news === "saved" ? "" : "text-bad"}
          >
            {texts[`draft.${news}`]}
          </p>
        )
      )}
    </div>
  );
}
