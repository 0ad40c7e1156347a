"use client";

import { unstable_isUnrecognizedActionError as isUnrecognizedAction } from "next/navigation";
import { useContext, useEffect, useRef, useState } from "react";
import { OpenerContext, typedIn } from "@/components/form/form-context";
import { useTexts } from "@/components/messages/browser-texts";
import { withoutLists } from "@/lib/catalog/shared-lists";
import { type FormAction, type FormState, openerName } from "@/lib/form/form-state";
import { type Drafted, fieldsOf } from "./drafting";
import type { History } from "./history";

type Saving =
  | { is: "untouched" | "saved" | "saving" | "unsaved" }
  | { is: "failed"; reason: string }
  /** Somebody else has changed it; their version. */
  | { is: "conflict"; reason: string; version: number };

type Given = { slug: string; version: number; save: FormAction; unreachable: string };

const quietMs = 700;

/** Saves the draft a moment after each change, one saving after the other. */
export function useDraft({ present }: Pick<History, "present">, { slug, version, save, unreachable }: Given) {
  const texts = useTexts();
  const opener = useContext(OpenerContext);
  const [saving, tell] = useState<Saving>({ is: version === 0 ? "untouched" : "saved" });
  const [saves, count] = useState(version);
  const known = useRef({ version, questions: present });
  const newest = useRef(present);
  const running = useRef<Promise<boolean> | null>(null);
  newest.current = present;

  async function send(questions: Drafted[]): Promise<boolean> {
    tell({ is: "saving" });
    const sent = known.current.version;
    const answer = await ask(questions, sent);
    if (!answer?.error) {
      known.current = { version: sent + 1, questions };
      count(sent + 1);
      tell({ is: "saved" });
      return true;
    }
    const reason = Object.values(answer.error).flat()[0] ?? unreachable;
    const theirs = Number(typedIn(answer.initialValue, "version") ?? sent);
    tell(theirs === sent ? { is: "failed", reason } : { is: "conflict", reason, version: theirs });
    return false;
  }

  async function ask(questions: Drafted[], sent: number): Promise<FormState> {
    const data = new FormData();
    data.set("slug", slug);
    data.set("version", String(sent));
    data.set("fields", JSON.stringify(withoutLists(fieldsOf(questions))));
    data.set(openerName, opener);
    try {
      return await save(null, data);
    } catch (error) {
      return { error: { "": [isUnrecognizedAction(error) ? texts["form.outdated"] : unreachable] } };
    }
  }

  /** Until what is there now is saved; false if it could not be. */
  function settle(): Promise<boolean> {
    running.current ??= (async () => {
      while (newest.current !== known.current.questions) if (!(await send(newest.current))) return false;
      return true;
    })().finally(() => {
      running.current = null;
    });
    return running.current;
  }

  const settleLater = useRef(settle);
  settleLater.current = settle;
  const isStopped = saving.is === "conflict";

  useEffect(() => {
    if (isStopped) return;
    if (present === known.current.questions) {
      // Undone and done again within the moment: nothing is left to save.
      const isAsKnown = known.current.version === 0 ? "untouched" : "saved";
      return tell(now => (now.is === "unsaved" ? { is: isAsKnown } : now));
    }
    tell(now => (now.is === "saving" ? now : { is: "unsaved" }));
    const timer = setTimeout(() => settleLater.current(), quietMs);
    return () => clearTimeout(timer);
  }, [present, isStopped]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (newest.current !== known.current.questions) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, []);

  useEffect(() => {
    /** A link would be followed without a warning, and its page could be read before what is typed is saved. */
    async function saveFirst(event: MouseEvent) {
      const link =
        event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
      const isElsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey;
      if (!link || link.target || isElsewhere || newest.current === known.current.questions) return;
      event.preventDefault();
      event.stopPropagation();
      await settleLater.current();
      location.assign(link.href);
    }
    document.addEventListener("click", saveFirst, true);
    return () => document.removeEventListener("click", saveFirst, true);
  }, []);

  function replaceTheirs() {
    if (saving.is !== "conflict") return;
    known.current = { version: saving.version, questions: [] };
    settle();
  }

  /** Gives up what is not saved, so that nothing asks whether to leave. */
  function showTheirs() {
    known.current.questions = newest.current;
    location.reload();
  }

  return { saving, saves, settle, replaceTheirs, showTheirs };
}
