/** The browser closes a menu on Escape and on a click elsewhere, and leaves it open, over the page, for who tabs on. */
export function closeLeftMenu({ target }: FocusEvent): void {
  const open = document.querySelector<HTMLElement>(".menu > :popover-open");
  if (open && !open.parentElement?.contains(target as Node)) open.hidePopover();
}
