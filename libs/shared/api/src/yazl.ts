import { createRequire } from 'node:module';
import type { PassThrough } from 'node:stream';

/** As much of yazl as is used here: the package comes without types. */
interface YazlFile {
  readonly outputStream: PassThrough;
  addReadStreamLazy(path: string, options: { readonly mtime: Date }, opened: (take: (error: null, stream: PassThrough) => void) => void): void;
  addBuffer(bytes: Buffer, path: string, options: { readonly mtime: Date; readonly compress?: boolean }): void;
  end(): void;
}

const yazl = createRequire(import.meta.url)('yazl') as { readonly ZipFile: new () => YazlFile };

export const newZip = (): YazlFile => new yazl.ZipFile();
