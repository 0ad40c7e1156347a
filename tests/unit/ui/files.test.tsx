import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Files } from "@/components/attachments/files";
import { tellFiles } from "@/components/attachments/tell-files";
import { translatorOf } from "@/lib/messages/translate";

const picture = { name: "crack.png", size: 1_200, type: "image/png", width: 4, height: 3 };

describe("files with what somebody wrote", () => {
  it("are shown and led to, unless they were deleted: then only their names are left, and it is said why", () => {
    const files = [
      { id: "one", ...picture },
      { id: "two", ...picture, name: "rust.png", isRemoved: true },
    ];
    const html = renderToStaticMarkup(<Files files={tellFiles(files, translatorOf("en"))} />);
    expect(html).toContain('href="/api/files/one"');
    expect(html).toContain('src="/api/files/one"');
    expect(html).toContain("rust.png");
    expect(html).toContain("(deleted under the desk’s retention rules)");
    expect(html).not.toContain("/api/files/two");
  });
});
