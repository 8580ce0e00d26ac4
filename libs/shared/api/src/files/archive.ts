import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { finished } from 'node:stream/promises';
import { newZip } from '../yazl';

/** A zip that is written and read at the same time: what nobody has read yet holds up the writing, so that memory stays small. */
export class Archive {
  private readonly zip = newZip();

  constructor(
    private readonly writtenAt: Date,
    /** Stops the writing when nobody reads any more. */
    private readonly given: AbortSignal = new AbortController().signal,
  ) {}

  get stream(): AsyncIterable<Buffer> {
    return this.zip.outputStream;
  }

  /** Answers when all of it has been taken. */
  async file(name: string, parts: AsyncIterable<string | Buffer> | Iterable<string | Buffer>): Promise<void> {
    let entry: PassThrough | null = new PassThrough();
    this.zip.addReadStreamLazy(name, { mtime: this.writtenAt }, (take) => take(null, entry!));
    for await (const part of parts) {
      if (!entry.write(part)) await once(entry, 'drain', { signal: this.given });
    }
    entry.end();
    await finished(entry, { signal: this.given });
    // the zip keeps that function until its end, where it lists what is in it
    entry = null;
  }

  /** As it is, so that what the file is can be told from its first bytes. */
  stored(name: string, content: string): void {
    this.zip.addBuffer(Buffer.from(content), name, { mtime: this.writtenAt, compress: false });
  }

  end(): void {
    this.zip.end();
  }

  /** Whoever reads it is told that the rest does not come. */
  fail(error: unknown): void {
    this.zip.outputStream.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

/** In pieces of one size, but for the last. */
export async function* piecesOf(stream: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  let kept: Buffer[] = [];
  let length = 0;
  for await (const part of stream) {
    kept.push(part);
    length += part.length;
    while (length >= size) {
      const all = Buffer.concat(kept);
      yield all.subarray(0, size);
      kept = [all.subarray(size)];
      length -= size;
    }
  }
  if (length > 0) yield Buffer.concat(kept);
}
