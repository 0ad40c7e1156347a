"use client";

import { unstable_isUnrecognizedActionError as isUnrecognizedAction } from "next/navigation";
import {
  type ComponentProps,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { useTexts } from "@/components/messages/browser-texts";
import {
  draftName,
  type FormAction,
  type FormDraft,
  type FormState,
  openerName,
} from "@/lib/form/form-state";
import { Draft } from "./draft";
import { type DraftKeeper, type DraftNews, keepDraft } from "./draft-keeper";
import { ErrorSummary } from "./error-summary";
import { AddressContext, FormContext, noneMended, OpenerContext, typedIn } from "./form-context";
import { postable } from "./postable";
import { areSendKeys } from "./send-keys";

type Props = Omit<ComponentProps<"form">, "action" | "onSubmit" | "hidden"> & {
  action: FormAction;
  /** Field names in page order with their labels, for the error summary. */
  labels: Record<string, string>;
  /** There is one field to type into, so its error is shown at the field alone: a summary above would say it twice. */
  isOneField?: boolean;
  /** What it sends along unseen. */
  hidden?: Record<string, string | number>;
  /** The form's draft and what it holds. */
  draft?: FormDraft;
  /** Shown above the fields, as first rendered. */
  keptLine?: ReactNode;
  /** The signed id of the person the form was rendered for; if not given, the page says it for all its forms. */
  opener?: string;
};

export function FormBody({
  action,
  labels,
  id,
  isOneField = false,
  hidden = {},
  draft: present,
  keptLine,
  opener,
  children,
  ...rest
}: Props) {
  const texts = useTexts();
  const draft = useFirstPersons(present);
  const outdated = draft ? texts["form.outdated.draft"] : texts["form.outdated"];
  const ownId = useId();
  const formId = id ?? ownId;
  const address = useContext(AddressContext);
  // The server renders the action itself, so the form works without script.
  const [state, dispatch, isActing] = useActionState(
    typeof window === "undefined" ? postable(action) : sayIfOutdated(action, outdated),
    null,
    // React knows by it, too, which form was answered.
    address && `${address}#${formId}`,
  );
  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const sending = useRef(false);
  const submitter = useRef<HTMLElement>(null);
  const sent = useRef<FormData>(null);
  const { keeper, news, setNews, isOffered, setOffered } = useKeeper(form, draft);
  const [mending, setMending] = useState({ state, names: noneMended });
  // What was mended after one refusal says nothing about the next.
  const mended = mending.state === state ? mending.names : noneMended;
  const [isSettling, setSettling] = useState(false);
  const [uploads] = useState(() => new Set<Promise<boolean>>());
  // Keep the first draft: a rerender must not change what is being typed.
  const [kept] = useState(draft?.kept?.fields);
  const [line] = useState(keptLine);
  const ofPage = useContext(OpenerContext);
  // Nor may a rerender hand one person's text to another who has logged in since.
  const [openedBy] = useState(opener ?? ofPage);
  const owner = String(typedIn(state?.initialValue, openerName) ?? openedBy);
  const isPending = isActing || isSettling;

  useEffect(() => {
    // As a page opens, nothing was sent: what has been typed by then is still to be saved.
    if (isActing || !sending.current) return;
    sending.current = false;
    keeper.current?.release(!state?.error);
    // A rerender may have moved the form and dropped the focus from its button.
    if (submitter.current?.isConnected && document.activeElement === document.body)
      submitter.current.focus({ preventScroll: true });
    submitter.current = null;
  }, [isActing, keeper, state]);
  useEffect(() => {
    if (!state?.error) return;
    const { error } = state;
    (summary.current ?? form.current?.querySelector<HTMLElement>("[aria-invalid=true]"))?.focus();
    // Few forms are ever refused.
    const watch = import("./mended").then(({ watchRefused }) =>
      watchRefused(form.current, sent.current, error, names => setMending({ state, names })),
    );
    return () => {
      watch.then(stop => stop());
    };
  }, [state]);

  // React clears a form after its action, even a refused one, so call the action by hand.
  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (sending.current) return;
    sending.current = true;
    submitter.current = (event.nativeEvent as SubmitEvent).submitter;
    const target = event.currentTarget;
    if (!(await settleUploads())) return;
    const data = new FormData(target, submitter.current);
    sent.current = data;
    if (keeper.current) {
      setSettling(true);
      const isReached = await keeper.current.settle();
      setSettling(false);
      setNews(isReached ? null : "unreachable");
      sending.current = isReached;
      if (!isReached) return;
      keeper.current?.hold();
    }
    startTransition(() => dispatch(data));
  }

  async function settleUploads(): Promise<boolean> {
    if (uploads.size === 0) return true;
    setSettling(true);
    const isTaken = (await Promise.all(uploads)).every(Boolean);
    setSettling(false);
    sending.current = isTaken;
    return isTaken;
  }

  return (
    <FormContext value={{ formId, state, isPending, isOneField, mended, kept, draft, uploads }}>
      {line}
      <form
        ref={form}
        id={formId}
        action={dispatch}
        onSubmit={send}
        onKeyDown={sendByKeys}
        aria-busy={isPending || undefined}
        noValidate
        {...rest}
      >
        <ErrorSummary ref={summary} labels={labels} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        <input type="hidden" name={openerName} value={owner} />
        {draft && (
          <>
            <input
              type="hidden"
              name={draftName}
              value={`${draft.person}/${[draft.place, ...draft.names].join(" ")}`}
            />
            <Draft
              news={news}
              keeper={keeper.current}
              isOffered={isOffered}
              taken={() => setOffered(false)}
            />
          </>
        )}
      </form>
    </FormContext>
  );
}

function sendByKeys(event: KeyboardEvent<HTMLFormElement>) {
  if (!areSendKeys(event)) return;
  event.preventDefault();
  if (!event.repeat) event.currentTarget.requestSubmit();
}

/** Says so if the page is from before an upgrade and the desk no longer knows its action. */
function sayIfOutdated(action: FormAction, outdated: string): FormAction {
  return async (state, data): Promise<FormState> => {
    try {
      return await action(state, data);
    } catch (error) {
      if (!isUnrecognizedAction(error)) throw error;
      return { ...state, status: "error", error: { "": [outdated] } };
    }
  };
}

/** Keeps the draft of the person the form was first rendered for. */
function useFirstPersons(draft: FormDraft | undefined): FormDraft | undefined {
  const [first] = useState(draft);
  return first && draft?.person !== first.person ? first : draft;
}

function useKeeper(form: React.RefObject<HTMLFormElement | null>, draft: FormDraft | undefined) {
  const keeper = useRef<DraftKeeper>(null);
  const [news, setNews] = useState<DraftNews>(null);
  const [isOffered, setOffered] = useState(false);
  const { person, place } = draft ?? {};
  const names = draft?.names.join(" ");
  const [kept] = useState(draft?.kept ?? null);
  useEffect(() => {
    if (!form.current || !person || !place || names === undefined) return;
    const mine = keepDraft(form.current, { person, place, names: names.split(" "), kept }, setNews);
    keeper.current = mine;
    setOffered(mine.leftover !== null);
    return () => {
      mine.stop();
      keeper.current = null;
    };
  }, [form, person, place, names, kept]);
  return { keeper, news, setNews, isOffered, setOffered };
}
