import { Archive } from './archive';

/**
 * A zip that is filled while it is read. What stops the filling stops the reading with the same reason, and a reader who goes
 * away stops the filling.
 */
export async function* zipped(writtenAt: Date, fill: (archive: Archive) => Promise<void>): AsyncGenerator<Buffer> {
  const left = new AbortController();
  const archive = new Archive(writtenAt, left.signal);
  const filled = fill(archive).then(() => archive.end(), (error: unknown) => archive.fail(error));
  try {
    yield* archive.stream;
  } finally {
    left.abort(new Error('nobody reads it any more'));
    await filled;
  }
}
