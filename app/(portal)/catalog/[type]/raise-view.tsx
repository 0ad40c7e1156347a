"use client";

import { type ComponentType, type FormEvent, type ReactNode, useRef, useState } from "react";
import { FormFields } from "@/components/catalog/form-fields";
import type { ToldField } from "@/components/catalog/told-field";
import { FormBody } from "@/components/form/form-body";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { ShareField } from "@/components/sharing/share-field";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import type { FormDraft } from "@/lib/form/form-state";
import { raiseRequest } from "./actions";
import type { OffersProps } from "./offered-pages";

type Words = { label: string; help: string; maxLength: number };

export type ToldRaise = {
  head: { title: string; intro: string; meta: string; help: string; way: { label: string; types: string } };
  /** The form's version, the reference of a request to follow up, and the help page that was read. */
  hidden: { formVersionId: string; follows?: string; read?: string; organisation?: string };
  submissionKey: string;
  summary: Words;
  fields: ToldField[];
  stylesHref: string;
  share: Words;
  /** Labels of what else there is to choose. */
  more?: Record<string, string>;
  send: string;
  confirmation: string;
};

type Props = {
  told: ToldRaise;
  opener: string;
  draft: FormDraft;
  keptLine?: ReactNode;
  /** For those who belong to an organisation. */
  organisation?: ReactNode;
  /** Says which request it follows up, or which help page was read, and leads admins to its type. */
  followed?: ReactNode;
};

/** The form of a request type, drawn in the browser, too, so that a page carries its words and no elements. */
export function RaiseView({ told, followed, organisation, ...form }: Props) {
  const { head, hidden, submissionKey, summary, fields, stylesHref, share, send, confirmation } = told;
  const slot = useRef<HTMLDivElement>(null);
  const [offers, setOffers] = useState<{ Pages: ComponentType<OffersProps>; box: HTMLInputElement }>();
  // Most forms are opened by people who type nothing yet.
  async function offer({ target: box }: FormEvent) {
    const { OfferedPages: Pages } = await import("./offered-pages");
    setOffers({ Pages, box: box as HTMLInputElement });
  }
  const questions = fields.map(({ name, label }) => [name, label]);
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        t={head.way.label}
        title={head.title}
        intro={
          <>
            <bdi>{head.intro}</bdi>{" "}
            <a
              href="/help"
              target="_blank"
              rel="noopener"
              className="text-accent-text underline underline-offset-4"
            >
              {head.help}
            </a>
          </>
        }
        breadcrumbs={[{ href: "/", label: head.way.types }]}
        meta={head.meta}
      />
      {followed}
      <Card>
        <FormBody
          {...form}
          action={raiseRequest}
          id="raise"
          labels={{
            summary: summary.label,
            ...Object.fromEntries(questions),
            shareWith: share.label,
            ...told.more,
          }}
          hidden={hidden}
          className="grid gap-7"
        >
          {/* Keeps the first value when the page is rendered again, so that a second try makes no second request. */}
          <HiddenField name="submissionKey" value={submissionKey} />
          <div className="with-offers" onInput={offers ? undefined : offer}>
            <TextField name="summary" need="required" {...summary} />
            <div ref={slot} />
          </div>
          <FormFields fields={fields} stylesHref={stylesHref} />
          <ShareField {...share} need="optional" />
          {organisation}
          <div className="flex flex-wrap items-center gap-x-6 gap-y-3 border-line border-t pt-6">
            <SubmitButton size="large">{send}</SubmitButton>
            <p className="text-ink-soft text-sm">{confirmation}</p>
          </div>
        </FormBody>
      </Card>
      {offers && slot.current && <offers.Pages box={offers.box} slot={slot.current} draft={form.draft} />}
    </div>
  );
}
