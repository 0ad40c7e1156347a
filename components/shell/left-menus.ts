/** The browser closes a menu on Escape and on a click elsewhere, and leaves it open, over the page, for who tabs on. */
document.addEventListener("focusin", () =>
  document.querySelector<HTMLElement>(".menu:not(:focus-within) > :popover-open")?.hidePopover(),
);

export {};
