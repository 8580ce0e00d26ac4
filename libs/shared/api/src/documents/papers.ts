import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Injectable, Logger, StreamableFile } from '@nestjs/common';
import { Refused } from '../refused';
import type { PaperFilling, TemplateLook } from './own-template.ts';
import { paperTypes, type Paper, type PaperType } from './paper.ts';
import type { PressJob, Pressed } from './press.ts';

const [SECONDS, MEGABYTES, CHARACTERS] = [30, 1024, 8_000_000];
const PAGE_BYTES = 4096;
/** So many papers before another process goes on. */
const A_PRESS = 100;

/**
 * Makes papers in a process beside this one. The typesetter is native code, which no thread could stop: a process can be ended
 * when it takes too long or too much, nothing of it stays, and meanwhile whoever saves an answer does not wait.
 * It has no environment, and may read files and nothing else.
 */
@Injectable()
export class Papers {
  private readonly logger = new Logger('Papers');
  /** Setting a page takes a processor to itself: no more than this many at once, and no more than that many waiting. */
  protected readonly atOnce: number = 2;
  protected readonly waiting: number = 40;
  private readonly queue: (() => void)[] = [];
  private working = 0;

  /** As a download. Nothing slow belongs into a transaction, so this is called after it. */
  async file(paper: Paper, type: PaperType, name: string): Promise<StreamableFile> {
    const content = await this.make(paper, type);
    return new StreamableFile(content, { type: paperTypes[type], length: content.byteLength, disposition: `attachment; filename="${name.replace(/[^\w.-]+/g, '-')}.${type}"` });
  }

  async make(paper: Paper, type: PaperType, seconds: number = SECONDS): Promise<Uint8Array> {
    refuseTooLong(paper);
    return this.alone((press) => press.make({ paper, type }, seconds), (why) => {
      this.logger.error(`No ${type} of "${paper.title}": ${why}`);
      return new Refused('unavailable', 'The document could not be made. Try again; if it fails again, tell whoever runs this platform.');
    });
  }

  /** In a partnership's own Word template. */
  async fill(template: Uint8Array, filling: PaperFilling, seconds: number = SECONDS): Promise<Uint8Array> {
    refuseTooLong(filling);
    return this.alone((press) => press.make({ template, filling }, seconds), (why) => {
      this.logger.error(`A Word template was not filled: ${why}`);
      return new Refused('unavailable', 'The document could not be made in your own Word template. Make it without, or bring the template again.');
    });
  }

  /** What stands in double braces in a Word file that has been looked into before. */
  async look(template: Uint8Array): Promise<TemplateLook> {
    return this.alone(async (press) => (await press.press({ template }, SECONDS)).look!, (why) => {
      this.logger.warn(`A Word template was not taken: ${why}`);
      return new Refused('file-not-accepted', 'Nothing can be put into this file. Open it in Word, save it again as .docx, then choose that.', { faults: [] });
    });
  }

  private async alone<T>(work: (press: Press) => Promise<T>, otherwise: (why: string) => Refused): Promise<T> {
    await this.turn();
    const press = new Press();
    try {
      return await work(press);
    } catch (error) {
      throw otherwise(String(error));
    } finally {
      press.end();
      this.over();
    }
  }

  /** One after the other in one process: to begin one costs more than a letter. Each is made when the one before has been taken. */
  async* several(papers: AsyncIterable<Paper>, type: PaperType): AsyncGenerator<Uint8Array> {
    await this.turn();
    let press = new Press();
    let made = 0;
    try {
      for await (const paper of papers) {
        // the typesetter remembers what it has set
        if (++made % A_PRESS === 0) {
          press.end();
          press = new Press();
        }
        yield await press.make({ paper, type }, SECONDS);
      }
    } catch (error) {
      if (error instanceof Refused) throw error;
      this.logger.error(`No ${type} of several: ${String(error)}`);
      throw new Refused('unavailable', 'The documents could not be made. Try again; if it fails again, tell whoever runs this platform.');
    } finally {
      press.end();
      this.over();
    }
  }

  private over(): void {
    this.working -= 1;
    this.queue.shift()?.();
  }

  private async turn(): Promise<void> {
    if (this.working >= this.atOnce) {
      if (this.queue.length >= this.waiting) throw new Refused('unavailable', 'Many documents are being made just now. Try again in a minute.');
      await new Promise<void>((go) => this.queue.push(go));
    }
    this.working += 1;
  }
}

function refuseTooLong(content: Paper | PaperFilling): void {
  if (JSON.stringify(content).length > CHARACTERS) throw new Refused('unavailable', 'This is too long to be made into one document. Print a part of it from the screen.');
}

/** Beside the program when it is built, and beside this file when it is not. */
const script = new URL(import.meta.url.endsWith('.ts') ? './press.ts' : './press.mjs', import.meta.url);

/** One process that makes papers, one at a time. */
class Press {
  private readonly child = fork(script, [], { env: environment(), serialization: 'advanced', execArgv: [`--max-old-space-size=${MEGABYTES / 2}`, '--permission', '--allow-fs-read=*', '--allow-addons', '--no-warnings'], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  private readonly watch = setInterval(() => { if (megabytes(this.child) > MEGABYTES) this.child.kill('SIGKILL'); }, 100);

  async make(job: PressJob, seconds: number): Promise<Uint8Array> {
    return (await this.press(job, seconds)).content!;
  }

  async press(job: PressJob, seconds: number): Promise<Pressed> {
    const clock = setTimeout(() => this.child.kill('SIGKILL'), seconds * 1000);
    const heard = new AbortController();
    try {
      const made = await new Promise<Pressed>((done, failed) => {
        const once = (event: string, hear: (...said: never[]) => void) => {
          this.child.once(event, hear as () => void);
          heard.signal.addEventListener('abort', () => this.child.removeListener(event, hear as () => void));
        };
        once('message', done);
        once('error', failed);
        once('exit', (code: number | null, signal: string | null) => failed(new Error(`the process ended with ${signal ?? code}`)));
        this.child.send(job, (error) => { if (error) failed(error); });
      });
      if (made.failed !== undefined) throw new Error(made.failed);
      return made;
    } finally {
      heard.abort();
      clearTimeout(clock);
    }
  }

  end(): void {
    clearInterval(this.watch);
    this.child.kill('SIGKILL');
  }
}

/** None of ours: no secret goes there. Windows starts nothing without knowing where it is. */
const environment = () => (process.env['SystemRoot'] ? { SystemRoot: process.env['SystemRoot'] } : {});

/** What it holds now; where the system does not say, 0, and time alone bounds it. */
function megabytes({ pid }: ChildProcess): number {
  try {
    return (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_BYTES) / 2 ** 20;
  } catch {
    return 0;
  }
}
