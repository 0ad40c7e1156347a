"use client";

import {
  type ComponentProps,
  type FormEvent,
  startTransition,
  useActionState,
  useEffect,
  useId,
  useRef,
} from "react";
import type { FormAction } from "@/lib/form-state";
import { ErrorSummary } from "./error-summary";
import { FormContext } from "./form-context";

type Props = Omit<ComponentProps<"form">, "action" | "onSubmit"> & {
  action: FormAction;
  /** Names of fields in the order of the page, with their labels, for the summary. */
  labels: Record<string, string>;
};

/**
 * A form that is a plain post without script. With script it sends in the background, keeps what was typed
 * and moves the focus to what is wrong.
 */
export function Form({ action, labels, id, children, ...rest }: Props) {
  const [state, dispatch, isPending] = useActionState(action, null);
  const ownId = useId();
  const formId = id ?? ownId;
  const summary = useRef<HTMLDivElement>(null);
  const sending = useRef(false);

  useEffect(() => {
    if (!isPending) sending.current = false;
  }, [isPending]);
  useEffect(() => {
    if (state?.error) summary.current?.focus();
  }, [state]);

  // Sent by hand because React empties a form after its action, even when the action refused it.
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (sending.current) return;
    sending.current = true;
    const data = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
    startTransition(() => dispatch(data));
  }

  return (
    <FormContext value={{ formId, state, isPending }}>
      <form id={formId} action={dispatch} onSubmit={send} noValidate {...rest}>
        <ErrorSummary ref={summary} labels={labels} />
        {children}
      </form>
    </FormContext>
  );
}
