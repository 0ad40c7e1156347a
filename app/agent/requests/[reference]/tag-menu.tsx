"use client";

import { useEffect } from "react";
import { TagMark } from "@/components/tags/tag-mark";
import type { ToldTags } from "@/components/tags/told-tags";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import { inputId } from "@/lib/form/input-id";
import type { RequestInView } from "@/lib/requests/view";
import { Folded } from "./folded";
import { TagsForm, tagFormId } from "./tags-form";

const menuId = "tag-menu";
/** How many the bar has room for. */
const mostShown = 2;

/** The tags of a request, and where they are changed: the field has the focus as soon as it opens. */
export function TagMenu({ on, told }: { on: RequestInView; told: ToldTags }) {
  const { title, tags } = told;
  useEffect(() => {
    const panel = document.getElementById(menuId);
    const enter = (event: Event) => {
      if ((event as ToggleEvent).newState === "open")
        document.getElementById(inputId(tagFormId, "name"))?.focus();
    };
    panel?.addEventListener("toggle", enter);
    return () => panel?.removeEventListener("toggle", enter);
  }, []);
  return (
    <Menu
      id={menuId}
      label={
        <>
          {tags.length === 0 && <Icon name="tag" className="opacity-70" />}
          <span className={tags.length > 0 ? "sr-only" : undefined}>{title} </span>
          {tags.slice(0, mostShown).map(({ slug, ...one }) => (
            <TagMark key={slug} {...one} />
          ))}
          {tags.length > mostShown && <span>+{tags.length - mostShown}</span>}
          <Icon name="chevron-down" className="opacity-70" />
        </>
      }
      buttonClass={buttonClass("secondary", "small")}
      panelClass="tag-panel"
    >
      <Folded>
        <TagsForm on={on} told={told} />
      </Folded>
    </Menu>
  );
}
