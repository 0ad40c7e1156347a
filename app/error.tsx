"use client";

import { unstable_isUnrecognizedActionError as isUnrecognizedAction } from "next/navigation";
import { fill, useTexts } from "@/components/messages/browser-texts";

/** What nobody foresaw: one sentence, a number to name, and a way on. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  const texts = useTexts();
  const isOutdated = isUnrecognizedAction(error);
  const said = error.digest
    ? fill(texts["error.number"], { number: error.digest })
    : texts[isOutdated ? "error.outdated" : "error.saved"];
  return (
    <main id="main" className="mx-auto w-full max-w-xl flex-1 px-4 py-16 text-center">
      <h1 className="font-semibold text-2xl text-ink">
        {texts[isOutdated ? "error.outdated.title" : "error.title"]}
      </h1>
      <p className="mt-3 text-ink-soft">{said}</p>
      <a
        href="/"
        data-load="full"
        className="mt-6 inline-block font-medium text-accent-text underline underline-offset-4"
      >
        {texts["error.start"]}
      </a>
    </main>
  );
}
