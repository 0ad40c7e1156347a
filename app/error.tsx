"use client";

import { unstable_isUnrecognizedActionError as isUnrecognizedAction } from "next/navigation";

/** What nobody foresaw: one sentence, a number to name, and a way on. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  const isOutdated = isUnrecognizedAction(error);
  return (
    <main id="main" className="mx-auto w-full max-w-xl flex-1 px-4 py-16 text-center">
      <h1 className="font-semibold text-2xl text-ink">
        {isOutdated ? "This page is out of date" : "Something went wrong on our side"}
      </h1>
      <p className="mt-3 text-ink-soft">
        {isOutdated && "The desk was updated after you opened it. "}
        What you saved before is safe. Please load the page again
        {error.digest ? `; if it keeps happening, tell us the number ${error.digest}.` : "."}
      </p>
      <a href="/" className="mt-6 inline-block font-medium text-accent-text underline underline-offset-4">
        Back to the start
      </a>
    </main>
  );
}
