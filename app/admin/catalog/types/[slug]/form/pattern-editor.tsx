"use client";

import { useEffect, useState } from "react";
import { Line } from "@/components/form/line";
import type { Said } from "@/lib/messages/said";
import type { Properties } from "./drafting";
import { useBuilderTexts, useSay } from "./words";

type Engine = typeof import("@/lib/catalog/pattern");

type Props = {
  pattern: string;
  patternMessage: string;
  maxLengths: { pattern: number; patternMessage: number };
  change: (properties: Properties, mark: string) => void;
};

/** The engine that answers are checked with comes to the browser once there is a pattern to try. */
export function PatternEditor({ pattern, patternMessage, maxLengths, change }: Props) {
  const texts = useBuilderTexts();
  const say = useSay();
  const [engine, load] = useState<Engine | null>(null);
  const [tried, attempt] = useState("");
  const isThere = pattern !== "";
  useEffect(() => {
    if (isThere && !engine) import("@/lib/catalog/pattern").then(load);
  }, [isThere, engine]);
  const problem: Said | undefined = isThere ? engine?.problemOfPattern(pattern) : undefined;
  const isTried = engine !== null && isThere && !problem && tried !== "";
  return (
    <>
      <Line
        label={texts["property.pattern"]}
        help={texts["property.pattern.about"]}
        value={pattern}
        maxLength={maxLengths.pattern}
        error={problem && say(problem)}
        change={value => change({ pattern: value }, "pattern")}
      />
      {isThere && (
        <>
          <Line
            label={texts["property.patternMessage"]}
            value={patternMessage}
            maxLength={maxLengths.patternMessage}
            change={value => change({ patternMessage: value }, "patternMessage")}
          />
          <div>
            <Line label={texts["pattern.try"]} value={tried} change={attempt} />
            <p role="status" className="mt-1 text-ink-soft text-sm">
              {isTried && texts[engine.fitsPattern(pattern, tried) ? "pattern.fits" : "pattern.fails"]}
            </p>
          </div>
        </>
      )}
    </>
  );
}
