"use client";

import { type KeyboardEvent, useReducer, useState } from "react";
import { fill } from "@/components/messages/browser-texts";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import type { Field } from "@/lib/catalog/fields";
import { isForAgents } from "@/lib/catalog/for-agents";
import type { Used } from "@/lib/catalog/form-unfitness";
import { type SharedLists, withLists } from "@/lib/catalog/shared-lists";
import type { FormAction } from "@/lib/form/form-state";
import { drafted } from "./drafting";
import { begin, stepped } from "./history";
import { Preview } from "./preview";
import { QuestionList } from "./question-list";
import type { BuilderTexts } from "./texts";
import { useDraft } from "./use-draft";
import { ListsContext, TextsContext } from "./words";
import "../../../board.css";
import "./builder.css";

type Props = {
  slug: string;
  /** Zero while there is no draft. */
  version: number;
  fields: Field[];
  published: Field[];
  used: Used;
  lists: SharedLists;
  asked: string | undefined;
  save: FormAction;
  texts: BuilderTexts;
};

export function Builder({ slug, version, fields, published, used, lists, asked, save, texts }: Props) {
  // With what lists offer, as conditions look at it; the server keeps their names alone.
  const [history, step] = useReducer(stepped, fields, given => begin(drafted(withLists(given, lists))));
  const [said, tell] = useState("");
  const { saving, saves, settle, replaceTheirs, showTheirs } = useDraft(history, {
    ...{ slug, version, save },
    unreachable: texts["status.unreachable"],
  });

  function move(kind: "undo" | "redo") {
    const there = kind === "undo" ? history.past : history.future;
    if (there.length === 0) return;
    step({ kind });
    tell(kind === "undo" ? texts.undone : texts.redone);
  }

  function onKeys(event: KeyboardEvent) {
    // Where text is typed, the browser undoes letters.
    if ((event.target as Element).matches("input, textarea, select")) return;
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const isRedo = key === "y" || (key === "z" && event.shiftKey);
    if (!isRedo && key !== "z") return;
    event.preventDefault();
    move(isRedo ? "redo" : "undo");
  }

  async function leaveFor(href: string) {
    if (await settle()) location.assign(href);
  }

  const compare = `/admin/catalog/types/${slug}/form/publish`;
  return (
    <TextsContext value={texts}>
      <ListsContext value={lists}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keys that work anywhere in it */}
        <div className="builder scripted" onKeyDown={onKeys}>
          <div className="builder-bar">
            {(["undo", "redo"] as const).map(kind => (
              <button
                key={kind}
                type="button"
                className={buttonClass("secondary", "small")}
                aria-disabled={history[kind === "undo" ? "past" : "future"].length === 0 || undefined}
                onClick={() => move(kind)}
              >
                {texts[kind]}
              </button>
            ))}
            <p role="status" className="text-ink-soft text-sm">
              {saving.is === "failed"
                ? fill(texts["status.failed"], { reason: saving.reason })
                : texts[`status.${saving.is === "conflict" ? "unsaved" : saving.is}`]}
            </p>
            {saving.is === "failed" && (
              <Button type="button" size="small" onClick={() => settle()}>
                {texts["status.retry"]}
              </Button>
            )}
            <a
              href={compare}
              className={buttonClass("primary", "small")}
              onClick={event => {
                event.preventDefault();
                leaveFor(compare);
              }}
            >
              {texts["publish.open"]}
            </a>
          </div>
          <p role="status" className="sr-only">
            {said}
          </p>
          {saving.is === "conflict" && (
            <Banner
              tone="warn"
              role="alert"
              title={texts.conflict}
              className="mb-6"
              action={
                <div className="flex flex-wrap gap-2">
                  <Button type="button" size="small" onClick={showTheirs}>
                    {texts["conflict.theirs"]}
                  </Button>
                  <Button type="button" size="small" onClick={replaceTheirs}>
                    {texts["conflict.mine"]}
                  </Button>
                </div>
              }
            >
              {saving.reason}
            </Banner>
          )}
          <div className="builder-columns">
            <QuestionList
              questions={history.present}
              {...{ used, lists, asked, tell }}
              published={withLists(published, lists)}
              change={(to, mark) => step({ kind: "change", to, ...(mark && { mark }) })}
            />
            <Preview
              slug={slug}
              saves={saves}
              asksAgents={history.present.some(({ field }) => isForAgents(field))}
            />
          </div>
        </div>
      </ListsContext>
    </TextsContext>
  );
}
