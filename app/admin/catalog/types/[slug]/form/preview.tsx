"use client";

import { useRef, useState } from "react";
import { useBuilderTexts } from "./words";

type Props = { slug: string; saves: number; asksAgents: boolean };

/**
 * A page of its own in a frame, so that its width is that of a screen, and a frame that runs no script shows how it
 * looks without.
 */
export function Preview({ slug, saves, asksAgents }: Props) {
  const texts = useBuilderTexts();
  const [isPhone, narrow] = useState(false);
  const [isScriptless, switchOff] = useState(false);
  const [isWished, showAsAgent] = useState(false);
  const isAgents = isWished && asksAgents;
  const frame = useRef<HTMLIFrameElement>(null);
  const scrolled = useRef(0);
  const above = frame.current?.contentWindow?.scrollY;
  if (above) scrolled.current = above;
  return (
    <section className="card preview" aria-labelledby="preview-title">
      <div className="card-head">
        <h2 id="preview-title">{texts.preview}</h2>
        <fieldset className="preview-choices">
          <legend className="sr-only">{texts["preview.size"]}</legend>
          {[false, true].map(phone => (
            <label key={String(phone)}>
              <input
                type="radio"
                name="preview-size"
                checked={isPhone === phone}
                onChange={() => narrow(phone)}
              />
              {phone ? texts["preview.phone"] : texts["preview.wide"]}
            </label>
          ))}
          <label>
            <input
              type="checkbox"
              checked={isScriptless}
              onChange={event => switchOff(event.target.checked)}
            />
            {texts["preview.scriptless"]}
          </label>
          {asksAgents && (
            <label>
              <input
                type="checkbox"
                checked={isWished}
                onChange={event => showAsAgent(event.target.checked)}
              />
              {texts["preview.agents"]}
            </label>
          )}
        </fieldset>
      </div>
      <iframe
        ref={frame}
        key={String(isScriptless)}
        title={texts["preview.frame"]}
        src={`/admin/catalog/types/${slug}/form/preview?draft=${saves}${isAgents ? "&as=agent" : ""}`}
        className={isPhone ? "phone" : undefined}
        onLoad={() => frame.current?.contentWindow?.scrollTo(0, scrolled.current)}
        {...(isScriptless && { sandbox: "allow-same-origin allow-forms" })}
      />
    </section>
  );
}
