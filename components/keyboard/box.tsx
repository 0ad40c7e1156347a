import { type ReactNode, useLayoutEffect, useRef } from "react";

type Props = {
  className: string;
  labelledBy?: string;
  label?: string;
  close: () => void;
  children: ReactNode;
};

/** A native <dialog>: the browser traps and returns the focus and closes it on Esc; a click on the backdrop closes it, too. */
export function Box({ className, labelledBy, label, close, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  // At once, as keys that are pressed in between would go to the page.
  useLayoutEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc does the same.
    <dialog
      ref={dialog}
      aria-labelledby={labelledBy}
      aria-label={label}
      onClose={close}
      onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
      className={className}
    >
      {children}
    </dialog>
  );
}
