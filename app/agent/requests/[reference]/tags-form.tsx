import { tag, untag } from "@/app/(portal)/requests/[reference]/actions";
import { FormBody } from "@/components/form/form-body";
import { SubmitButton } from "@/components/form/submit-button";
import { fill } from "@/components/messages/browser-texts";
import { TagField } from "@/components/tags/tag-field";
import { TagMark } from "@/components/tags/tag-mark";
import type { ToldTags } from "@/components/tags/told-tags";
import type { RequestInView } from "@/lib/requests/view";

export const tagFormId = "tag";
export const untagButtonId = (slug: string) => `untag-${slug}`;

/** What a request is tagged with, each to be removed, and a field for more. */
export function TagsForm({ on, told }: { on: RequestInView; told: ToldTags }) {
  const { title, none, tags, remove, offered, add, create, isNew } = told;
  return (
    <div className="grid gap-3">
      {tags.length === 0 ? (
        <p className="text-ink-soft text-sm">{none}</p>
      ) : (
        <FormBody action={untag} id="untag" labels={{}} hidden={on} aria-label={title}>
          <ul className="tag-list">
            {tags.map(({ slug, ...one }) => (
              <li key={slug} className="max-w-full">
                <TagMark {...one}>
                  <button
                    type="submit"
                    id={untagButtonId(slug)}
                    name="tag"
                    value={slug}
                    aria-label={fill(remove, { name: one.name })}
                  >
                    <span aria-hidden="true">×</span>
                  </button>
                </TagMark>
              </li>
            ))}
          </ul>
        </FormBody>
      )}
      <FormBody action={tag} id={tagFormId} labels={{ name: add.label }} hidden={on}>
        <TagField
          name="name"
          label={add.label}
          placeholder={add.placeholder}
          maxLength={add.maxLength}
          offered={offered}
          taken={tags.map(({ name }) => name)}
          create={create}
          isNew={isNew}
        />
        <SubmitButton variant="secondary" size="small" className="unscripted mt-3" working={add.working}>
          {add.button}
        </SubmitButton>
      </FormBody>
    </div>
  );
}
