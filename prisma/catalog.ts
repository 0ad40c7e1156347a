import type { Field } from "@/lib/catalog/fields";
import { formDefinition } from "@/lib/catalog/fields";
import { type PriorityRule, priorityRuleFor } from "@/lib/catalog/priority-rule";
import { transaction } from "@/lib/db";

type Type = {
  slug: string;
  name: string;
  description: string;
  icon: string;
  keywords?: string;
  isFallback?: true;
  priorityRule?: PriorityRule;
  fields: Field[];
};
type Category = { slug: string; name: string; description: string; types: Type[] };

const options = (...labels: string[]) =>
  labels.map(label => ({
    value: label
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "_")
      .replace(/^_|_$/g, ""),
    label,
  }));

const details = (label: string, help?: string): Field => ({
  key: "details",
  kind: "long_text",
  label,
  ...(help && { help }),
  required: true,
});

const files = (help?: string): Field => ({
  key: "files",
  kind: "file",
  label: "Files",
  ...(help && { help }),
});

const catalog: Category[] = [
  {
    slug: "platform-support",
    name: "Platform Support",
    description: "Working with AMTL3: questions, problems and access.",
    types: [
      {
        slug: "help-with-amtl3",
        name: "Help with AMTL3",
        description: "You want to know how something is done.",
        icon: "life-buoy",
        keywords: "question how to guide manual",
        fields: [
          details("What would you like to do?", "Tell us what you have tried, too."),
          {
            key: "area",
            kind: "single_choice",
            label: "Which part is it about?",
            options: options(
              "Dashboard",
              "Reports",
              "Import and export",
              "Users and rights",
              "Interfaces",
              "Mobile app",
              "Something else",
            ),
          },
          {
            key: "page",
            kind: "url",
            label: "Address of the page",
            help: "Copy it from the browser, if it is about one page.",
          },
          { key: "needed_by", kind: "date", label: "When do you need it?" },
          files(),
        ],
      },
      {
        slug: "report-a-problem-with-amtl3",
        name: "Report a problem with AMTL3",
        description: "Something does not work as it should.",
        icon: "bug",
        keywords: "bug error crash slow broken failure outage",
        priorityRule: {
          field: "impact",
          priorities: {
            nobody_can_work: "urgent",
            some_work_is_blocked: "high",
            it_is_only_a_flaw: "low",
          },
        },
        fields: [
          {
            key: "impact",
            kind: "single_choice",
            label: "How badly does it hold you up?",
            required: true,
            options: options(
              "Nobody can work",
              "Some work is blocked",
              "There is a way around",
              "It is only a flaw",
            ),
          },
          {
            key: "people",
            kind: "number",
            label: "How many people are affected?",
            whole: true,
            min: 1,
            max: 100_000,
            showWhen: { field: "impact", is: ["nobody_can_work", "some_work_is_blocked"] },
            requireWhen: { field: "impact", is: ["nobody_can_work"] },
          },
          {
            key: "phone",
            kind: "phone",
            label: "A number we can call",
            help: "Only if it is urgent.",
            showWhen: { field: "impact", is: ["nobody_can_work"] },
          },
          details("What happened, and what did you expect?", "Step by step, so that we can see it too."),
          { key: "since", kind: "date_time", label: "Since when?" },
          {
            key: "where",
            kind: "multiple_choice",
            label: "Where does it happen?",
            options: options("Chrome", "Edge", "Firefox", "Safari", "Android app", "iPhone app"),
          },
          { key: "has_message", kind: "checkbox", label: "There is an error message" },
          {
            key: "message",
            kind: "long_text",
            label: "What does the message say?",
            maxLength: 2000,
            showWhen: { field: "has_message", is: ["yes"] },
            requireWhen: { field: "has_message", is: ["yes"] },
          },
          files("A picture of the screen often says most."),
        ],
      },
      {
        slug: "access-and-accounts",
        name: "Access and accounts",
        description: "New users, changed rights, locked accounts.",
        icon: "key-round",
        keywords: "login password user permission role locked",
        fields: [
          {
            key: "wish",
            kind: "single_choice",
            label: "What do you need?",
            required: true,
            options: options("A new user", "Other rights", "Unlock an account", "Remove a user"),
          },
          { key: "who", kind: "text", label: "Whose account is it?", required: true, maxLength: 100 },
          {
            key: "email",
            kind: "email",
            label: "Their email address",
            requireWhen: { field: "wish", is: ["a_new_user"] },
          },
          {
            key: "rights",
            kind: "multiple_choice",
            label: "Which rights?",
            options: options("Read", "Write", "Approve", "Administer"),
            showWhen: { field: "wish", is: ["a_new_user", "other_rights"] },
            requireWhen: { field: "wish", is: ["a_new_user", "other_rights"] },
          },
          {
            key: "last_day",
            kind: "date",
            label: "Their last day",
            showWhen: { field: "wish", is: ["remove_a_user"] },
          },
          { key: "details", kind: "long_text", label: "Anything else we should know?" },
          files(),
        ],
      },
    ],
  },
  {
    slug: "billing",
    name: "Billing",
    description: "Invoices, payments and what stands on them.",
    types: [
      {
        slug: "question-about-an-invoice",
        name: "Question about an invoice",
        description: "An amount, a date or a line you do not understand.",
        icon: "receipt",
        keywords: "payment bill refund charge vat",
        fields: [
          {
            key: "invoice",
            kind: "text",
            label: "Invoice number",
            help: "It stands at the top right of the invoice, such as INV-20417.",
            placeholder: "INV-20417",
            required: true,
            maxLength: 20,
            pattern: "[Ii][Nn][Vv]-[0-9]{4,8}",
            patternMessage: "An invoice number begins with INV- and goes on with digits, such as INV-20417.",
          },
          { key: "amount", kind: "number", label: "Amount in question", min: 0, max: 10_000_000 },
          details("What is your question?"),
          files("The invoice itself, if you have it at hand."),
        ],
      },
      {
        slug: "change-billing-details",
        name: "Change billing details",
        description: "A new address, contact or way to pay.",
        icon: "credit-card",
        keywords: "address company contact payment method iban",
        fields: [
          {
            key: "changes",
            kind: "multiple_choice",
            label: "What changes?",
            required: true,
            options: options("Company name", "Address", "Contact person", "Way to pay", "VAT number"),
          },
          { key: "from", kind: "date", label: "From which day on?" },
          details("The new details", "Please do not send card numbers here."),
          { key: "confirmed", kind: "checkbox", label: "I may decide this for my company", required: true },
          files(),
        ],
      },
    ],
  },
  {
    slug: "general",
    name: "General",
    description: "Ideas, and everything that fits nowhere else.",
    types: [
      {
        slug: "feature-request",
        name: "Feature request",
        description: "Something that AMTL3 should be able to do.",
        icon: "lightbulb",
        keywords: "idea wish improvement suggestion",
        fields: [
          details("What should become possible?"),
          {
            key: "why",
            kind: "long_text",
            label: "What would it make easier?",
            help: "The work behind the wish helps us more than the wish.",
          },
          {
            key: "importance",
            kind: "single_choice",
            label: "How much does it matter to you?",
            options: options("Nice to have", "It would save us hours", "We cannot do without"),
          },
          files(),
        ],
      },
      {
        slug: "other-manual-request",
        name: "Other / Manual Request",
        description: "Not sure what fits? Tell us in your own words.",
        icon: "message-circle-question",
        keywords: "anything else general contact",
        isFallback: true,
        fields: [details("How can we help?"), files()],
      },
    ],
  },
];

/** Loads the catalog that a new desk begins with; a desk that has one keeps its own. */
export async function loadDefaultCatalog(): Promise<void> {
  await transaction(async tx => {
    // Two servers may start at once.
    await tx.$executeRaw`lock table categories in exclusive mode`;
    if ((await tx.category.count()) > 0) return;
    for (const [position, { types, ...category }] of catalog.entries()) {
      const { id: categoryId } = await tx.category.create({
        data: { ...category, position },
        select: { id: true },
      });
      for (const [place, { fields, priorityRule, ...type }] of types.entries()) {
        const version = {
          ...{ version: 1, fields: formDefinition.parse(fields) },
          ...(priorityRule && { priorityRule: priorityRuleFor(fields, priorityRule) }),
        };
        const forms = { create: version };
        await tx.requestType.create({
          data: { ...type, categoryId, position: place, publishedAt: new Date(), forms },
          select: { id: true },
        });
      }
    }
  });
}
