import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const INK = '#1f2328';
const PAPER = '#ffffff';
const FONTS = ['400Regular/Lato_400Regular.ttf', '700Bold/Lato_700Bold.ttf'];

export interface PngOptions {
  /** px; the SVG's own width when left out. */
  width?: number;
  /** What `currentColor` becomes. */
  ink?: string;
  background?: string;
}

const fileOf = (name: string): Promise<Uint8Array<ArrayBuffer>> =>
  readFile(createRequire(import.meta.url).resolve(name)).then((bytes) => new Uint8Array(bytes));

/** The renderer and its fonts: some megabytes, loaded with the first picture and kept. */
async function loadRenderer() {
  const [{ initWasm, Resvg }, wasm, ...fonts] = await Promise.all([
    import('@resvg/resvg-wasm'),
    fileOf('@resvg/resvg-wasm/index_bg.wasm'),
    ...FONTS.map((font) => fileOf(`@expo-google-fonts/lato/${font}`)),
  ]);
  await initWasm(wasm);
  return { Resvg, fonts };
}

let renderer: ReturnType<typeof loadRenderer> | undefined;

/** An SVG as PNG, dark on white unless said otherwise, in a font of its own: the same on every machine. */
export async function toPng(svg: string, options: PngOptions = {}): Promise<Uint8Array> {
  renderer ??= loadRenderer();
  const { Resvg, fonts } = await renderer;
  const { width, ink = INK, background = PAPER } = options;
  const resvg = new Resvg(svg.replace('<svg ', `<svg color="${ink}" `), {
    background,
    font: { fontBuffers: fonts, defaultFontFamily: 'Lato', sansSerifFamily: 'Lato' },
    fitTo: width === undefined ? { mode: 'original' } : { mode: 'width', value: width },
  });
  try {
    const image = resvg.render();
    const png = image.asPng();
    image.free();
    return png;
  } finally {
    resvg.free();
  }
}
