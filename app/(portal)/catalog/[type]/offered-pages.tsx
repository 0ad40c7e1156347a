"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { count, useTexts } from "@/components/messages/browser-texts";
import { buttonClass } from "@/components/ui/button-class";
import type { Offer, OfferedPage } from "@/lib/entry/help-offers";
import { watchSummary } from "./watch-summary";

export type OffersProps = {
  box: HTMLInputElement;
  slot: HTMLElement;
  draft: { person: string; place: string };
};

/** From this width on, offered.css puts the pages beside the form, where they can appear and disappear without moving a field. */
const beside = "(min-width: 80rem)";

/** Help pages that may answer what is being typed. They come and go only while that moves no field that somebody is in. */
export function OfferedPages({ box, slot, draft }: OffersProps) {
  const [offer, setOffer] = useState<Offer>();
  const waiting = useRef<Offer>(undefined);
  const [opened, setOpened] = useState<string[]>([]);
  const [leaving, setLeaving] = useState<OfferedPage>();

  const show = useEffectEvent(() => {
    const focused = document.activeElement;
    const isStill = !slot.contains(focused) && (focused === box || matchMedia(beside).matches);
    if (!waiting.current || !isStill || leaving) return;
    setOffer(waiting.current);
    waiting.current = undefined;
  });
  const take = useEffectEvent((next: Offer) => {
    waiting.current = next;
    show();
  });
  useEffect(() => {
    box.addEventListener("focus", show);
    const stop = watchSummary(box, take);
    return () => {
      box.removeEventListener("focus", show);
      stop();
    };
  }, [box]);

  function goBack() {
    setLeaving(undefined);
    box.focus();
  }

  const page = leaving?.name ?? "";
  return (
    <>
      {createPortal(
        <>
          <Count offer={offer} />
          {offer && offer.pages.length > 0 && (
            <section aria-label={offer.texts.title} className="offered-pages">
              {leaving ? (
                <Leaving texts={offer.texts} goBack={goBack} />
              ) : (
                <List
                  offer={offer}
                  opened={opened}
                  open={name => setOpened([...opened, name])}
                  leave={setLeaving}
                />
              )}
            </section>
          )}
        </>,
        slot,
      )}
      {/* Outside of the form that is left: forms do not nest. */}
      <Way id={discardId} draft={draft} page={page} what="discard" />
      <Way id={keepId} draft={draft} page={page} what="keep" />
    </>
  );
}

const [discardId, keepId] = ["answered-discard", "answered-keep"];

type WayProps = {
  id: string | undefined;
  draft: OffersProps["draft"];
  page: string;
  what: "discard" | "keep";
};

/** Only the way that throws the draft away keeps the page from saving it once more as it is left. */
const Way = ({ id, draft: { person, place }, page, what }: WayProps) => (
  <form
    id={id}
    method="post"
    action="/api/help/answered"
    hidden
    {...(what === "discard" && { "data-afresh": place })}
  >
    <input type="hidden" name="person" value={person} />
    <input type="hidden" name="place" value={place} />
    <input type="hidden" name="page" value={page} />
    <input type="hidden" name="draft" value={what} />
  </form>
);

type ListProps = {
  offer: Offer;
  opened: string[];
  open: (name: string) => void;
  leave: (page: OfferedPage) => void;
};

/** Whoever has opened a page can say that it was enough. */
const List = ({ offer: { pages, texts }, opened, open, leave }: ListProps) => (
  <>
    <h2>{texts.title}</h2>
    <ul>
      {pages.map(page => (
        <li key={page.name}>
          <a
            href={page.href}
            target="_blank"
            rel="noopener"
            lang={page.language}
            dir="auto"
            onClick={() => open(page.name)}
            onAuxClick={() => open(page.name)}
          >
            {page.title} <span className="sr-only">{texts.newTab}</span>
          </a>
          {opened.includes(page.name) && (
            <button type="button" className={buttonClass("secondary", "small")} onClick={() => leave(page)}>
              {texts.answered}
            </button>
          )}
        </li>
      ))}
    </ul>
  </>
);

function Leaving({ texts, goBack }: { texts: Offer["texts"]; goBack: () => void }) {
  const question = useRef<HTMLParagraphElement>(null);
  useEffect(() => question.current?.focus(), []);
  return (
    <>
      <p ref={question} tabIndex={-1}>
        {texts.leave}
      </p>
      <div>
        <button type="submit" form={keepId} className={buttonClass("secondary", "small")}>
          {texts.keep}
        </button>
        <button type="submit" form={discardId} className={buttonClass("secondary", "small")}>
          {texts.discard}
        </button>
        <button type="button" className={buttonClass("quiet", "small")} onClick={goBack}>
          {texts.back}
        </button>
      </div>
    </>
  );
}

/** For screen readers: how many there are, once it is another number. */
function Count({ offer }: { offer: Offer | undefined }) {
  const texts = useTexts();
  const [hadSome, setHadSome] = useState(false);
  const number = offer?.pages.length ?? 0;
  if (number > 0 && !hadSome) setHadSome(true);
  return (
    <p role="status" className="sr-only">
      {offer && hadSome && (number > 0 ? count(texts, offer.texts.count, number) : offer.texts.none)}
    </p>
  );
}
