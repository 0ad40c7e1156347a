"use client";

import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import type { TagColour } from "@/lib/tags/colours";
import { TagMark } from "./tag-mark";

export type ToldTagFilter = {
  label: string;
  /** With any of these, and without these. */
  groups: { name: string; prefix: string; label: string; chosen: string[] }[];
  tags: { slug: string; name: string; colour: TagColour }[];
  apply: string;
};

/** Boxes of the queue’s filters, on a desk that has tags. */
export function TagFilter({ label, groups, tags, apply }: ToldTagFilter) {
  return (
    <Menu id="tag-filter" buttonClass="search-button" panelClass="tag-filter" label={label}>
      <div>
        {groups.map(({ name, prefix, label, chosen }) => (
          <fieldset key={name + chosen.join()}>
            <legend>{label}</legend>
            {tags.map(({ slug, ...tag }) => (
              <label key={slug}>
                <input
                  type="checkbox"
                  name={name}
                  value={prefix + slug}
                  defaultChecked={chosen.includes(slug)}
                />
                <TagMark {...tag} />
              </label>
            ))}
          </fieldset>
        ))}
      </div>
      <Button>{apply}</Button>
    </Menu>
  );
}
