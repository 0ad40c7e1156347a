import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/actor";
import { encodePicture, pictureLimits } from "@/lib/desk-settings/encode";
import type { PictureName } from "@/lib/setting-names";
import { aPdf, aPicture } from "../../support/files";
import { aJpeg, aLogo, aWebp, sentAs } from "../../support/logos";
import { expectRefusal } from "../../support/refusal";

const admin = { kind: "person", role: "admin", id: "01a20ad9-6e93-73bb-9106-c8f058b8bcd6" } as PersonActor;

const encode = (bytes: Buffer, name: PictureName = "logo") => encodePicture(admin, name, sentAs(bytes));

describe("a logo", () => {
  it("is written anew as PNG, in the size it is shown in, with nothing of what was sent but its pixels", async () => {
    const sent = await aJpeg({ width: 1_200, height: 600 });
    expect(sent.toString("latin1")).toContain("Home Street");
    for (const bytes of [
      sent,
      await aWebp({ width: 1_200, height: 600 }),
      await aLogo({ width: 1_200, height: 600 }),
    ]) {
      const { value, files } = await encode(bytes);
      expect(value).toMatchObject({ width: 240, height: 120 });
      const [file] = files;
      expect(file?.hash).toBe(value.hash);
      expect(Buffer.from(file?.bytes ?? []).toString("latin1")).not.toMatch(/Home Street|Exif|eXIf/);
      expect((await sharp(file?.bytes).metadata()).format).toBe("png");
    }
    expect((await encode(await aLogo({ width: 60, height: 30 }))).value).toMatchObject({
      width: 60,
      height: 30,
    });
  });

  it("stands as its camera held it", async () => {
    const lying = await sharp(await aJpeg({ width: 200, height: 100 }))
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect((await encode(lying)).value).toMatchObject({ width: 60, height: 120 });
  });

  it("gets the ground that it can be seen on where it has none of its own", async () => {
    const grounds = async (look: Parameters<typeof aLogo>[0]) =>
      (await encode(await aLogo(look))).value.ground;
    expect(await grounds({ ink: "#101010" })).toBe("light");
    expect(await grounds({ ink: "#7a1f2b" })).toBe("light");
    expect(await grounds({ ink: "#ffffff" })).toBe("dark");
    expect(await grounds({ ink: "#d0342c" })).toBe("any");
    expect(await grounds({ ink: "#101010", ground: "#ffffff" })).toBe("any");
  });
});

describe("what is no picture for the desk", () => {
  const { side, leastSide, megabytes } = pictureLimits;
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const gif = Buffer.from("R0lGODlhAQABAAAAACwAAAAAAQABAAA=", "base64");

  it.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ["an SVG, which can hold scripts", () => svg, "picture.kind"],
    ["a GIF", () => gif, "picture.kind"],
    ["a PDF that is called a picture", aPdf, "picture.kind"],
    ["nothing", () => Buffer.alloc(0), "picture.kind"],
    ["one that ends in the middle", async () => (await aLogo()).subarray(0, 120), "picture.broken"],
    [
      "one without a picture behind its first bytes",
      async () => (await aLogo()).subarray(0, 12),
      "picture.broken",
    ],
    [
      "one of a million segments",
      () => Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(4_000_000, "\xff\xe2\x00\x02", "latin1")]),
      "picture.broken",
    ],
    ["one that is too wide", () => aPicture(side + 1, 20), "picture.too_large"],
    ["one that would unfold to gigabytes", () => aPicture(60_000, 20), "picture.too_large"],
    ["one of a few pixels", () => aPicture(leastSide - 1, 40), "picture.too_small"],
    ["one of too many bytes", () => Buffer.alloc(megabytes * 1_000_000 + 1), "picture.too_heavy"],
  ])("is refused at its field: %s", async (_, bytes, code) => {
    const refused = encode(await bytes()).then(
      () => null,
      error => error,
    );
    expect(await refused).toMatchObject({ code, place: { field: "picture" } });
  });

  it("is refused before it is read where its size says enough, and where nothing was chosen", async () => {
    const read = () => Promise.reject(new Error("It was read."));
    await expectRefusal(encodePicture(admin, "logo", { size: 26_000_000, read }), "invalid");
    await expectRefusal(encodePicture(admin, "logo", null), "invalid");
  });

  it("holds up nothing else while it is decoded", async () => {
    const large = await aJpeg({ width: 3_000, height: 3_000 });
    let turns = 0;
    let isOver = false;
    const count = () => {
      turns++;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    await encode(large);
    isOver = true;
    expect(turns).toBeGreaterThan(10);
  });
});
