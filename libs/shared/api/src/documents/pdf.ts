import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { levelInks, type Paper } from './paper.ts';
import { pdfTemplate } from './pdf-template.ts';
import { withoutUnprintable, type Printable } from './printable.ts';

/** The typeface of the screens, from the package that comes with the program. */
const cuts = ['400Regular/AtkinsonHyperlegibleNext_400Regular', '700Bold/AtkinsonHyperlegibleNext_700Bold', '400Regular_Italic/AtkinsonHyperlegibleNext_400Regular_Italic'];

let known: NodeCompiler | undefined;

/** One for the whole process, because reading the typefaces takes longer than setting a page. */
function theCompiler(): NodeCompiler {
  const { resolve } = createRequire(import.meta.url);
  const fontBlobs = cuts.map((cut) => readFileSync(resolve(`@expo-google-fonts/atkinson-hyperlegible-next/${cut}.ttf`)));
  return NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs }] });
}

export function pdfOf(paper: Paper): Uint8Array {
  const compiler = known ??= theCompiler();
  try {
    return withoutUnprintable(paper, (printable) => set(compiler, printable));
  } finally {
    compiler.evictCache(2);
  }
}

/** Either a PDF that keeps to PDF/UA-1, or the characters for which there is no typeface, which that standard does not allow. */
function set(compiler: NodeCompiler, paper: Paper): Printable {
  const { result, ...failed } = compile(compiler, paper);
  if (!result) throw new Error(`A paper could not be set: ${failed.why}`);
  try {
    return { pdf: compiler.pdf(result, { pdfStandard: 'ua-1' }) };
  } catch (error) {
    const missing = [...String(error).matchAll(/the text `\\?"(.*?)\\?"` could not be displayed/gu)].map(([, quoted]) => unescaped(quoted!));
    if (missing.length === 0) throw error;
    return { missing: missing.join('') };
  }
}

function compile(compiler: NodeCompiler, paper: Paper) {
  const compiled = compiler.compile({ mainFileContent: pdfTemplate, inputs: { paper: JSON.stringify(paper), inks: JSON.stringify(levelInks) } });
  const { result } = compiled;
  return { result, why: result ? '' : JSON.stringify(compiled.takeError()?.shortDiagnostics) };
}

/** As Rust writes the characters that it does not show. */
const unescaped = (quoted: string) => quoted.replace(/\\+u\{([0-9a-f]+)\}/gu, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));
