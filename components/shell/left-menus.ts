/** The browser closes a menu on Escape and on a click elsewhere, and leaves it open, over the page, for who tabs on. */
document.addEventListener("focusin", ({ target }) => {
  const open = document.querySelector<HTMLElement>(".menu > :popover-open");
  if (open && !open.parentElement?.contains(target as Node)) open.hidePopover();
});

export {};
