import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { count, fill } from "@/components/messages/browser-texts";
import { sayIssue } from "@/lib/messages/said";
import { translatorOf } from "@/lib/messages/translate";

const t = translatorOf("en");

describe("a text of the desk", () => {
  it("is the desk's own wording where it has one, and for the type of a request before that for all", () => {
    const wording = { "accounts.log_in": "Enter", "accounts.log_in@hardware": "Come in" };
    const own = translatorOf("en", wording);
    expect(own("accounts.log_in")).toBe("Enter");
    expect(own.ofType("hardware")("accounts.log_in")).toBe("Come in");
    expect(own.ofType("software")("accounts.log_in")).toBe("Enter");
    expect(own("accounts.sign_up")).toBe(t("accounts.sign_up"));
  });

  it("takes elements as values and around its words", () => {
    const said = t.rich("accounts.log_in.no_account", { link: words => <a href="/sign-up">{words}</a> });
    expect(renderToStaticMarkup(said)).toBe('No account yet? <a href="/sign-up">Sign up</a>');
  });

  it("shows what people typed character for character", () => {
    const shown = "<b>{count} '{x}' # “5 > 3” & 'so'";
    expect(t("browser.bell.unread", { shown })).toBe(`Notifications, ${shown} unread`);
  });
});

describe("a text that the browser finishes", () => {
  const own = translatorOf("en", {
    "browser.bell.label": "{count, plural, one {# file by {who}} other {# files by {who}}}",
  });

  it("counts in the plural forms of the language", () => {
    const forms = own.template("browser.bell.label");
    expect(forms).toEqual({ one: "# file by {who}", other: "# files by {who}" });
    if (typeof forms === "string") return;
    expect(fill(count(t, forms, 1), { who: "Ana" })).toBe("1 file by Ana");
    expect(count(t, forms, 1_200, "1,200")).toBe("1,200 files by {who}");
  });

  it("keeps the names of what is filled in", () => {
    expect(own.template("browser.bell.unread")).toBe("Notifications, {shown} unread");
    // A number that chooses no words stays as well.
    expect(own.template("form_builder.advice.options")).toMatch(/^\{count\} choices/);
  });
});

describe("what a schema found wrong", () => {
  it("is said of unknown fields without naming them", () => {
    const issue: z.core.$ZodIssue = { code: "unrecognized_keys", keys: ["<b>"], path: [], message: "" };
    expect(sayIssue(t, issue)).toBe("This form does not fit the page it came from. Please reload the page.");
  });
});
