import sharp from "sharp";

type Look = { width?: number; height?: number; ink?: string; ground?: string };

const area = (width: number, height: number, background: string) => ({
  create: { width, height, background, channels: 4 as const },
});

const ofLook = ({ width = 240, height = 60, ink = "#101010", ground = "#00000000" }: Look) =>
  sharp(area(width, height, ground)).composite([
    { input: area(Math.round(width * 0.6), Math.round(height * 0.6), ink) },
  ]);

/** A box in a colour, on a ground or on none. */
export const aLogo = (look: Look = {}): Promise<Buffer> => ofLook(look).png().toBuffer();
export const aWebp = (look: Look = {}): Promise<Buffer> => ofLook(look).webp().toBuffer();
export const aJpeg = (look: Look = {}): Promise<Buffer> =>
  ofLook({ ground: "#ffffff", ...look })
    .jpeg()
    .withExif({ IFD0: { Copyright: "Somebody at Home Street 1", Artist: "Ada" } })
    .toBuffer();

export const sentAs = (bytes: Uint8Array) => ({ size: bytes.length, read: async () => bytes });
