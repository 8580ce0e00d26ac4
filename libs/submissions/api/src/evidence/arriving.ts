import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Injectable, PayloadTooLargeException, UseInterceptors, applyDecorators, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { catchError } from 'rxjs';
import { LARGEST_FILE } from '@attest/domain/evidence';
import { refused } from './inspecting/broken';
import { inspectedOrRefused, type Inspected } from './inspecting/inspected';

/** A file as it arrived: on disk, in a folder that only this process reads, so that a slow line fills no memory. */
export interface Arrived { readonly originalname: string; readonly path: string; readonly size: number }

/** Only this user may look into it. */
const folder = mkdtempSync(join(tmpdir(), 'attest-arriving-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
/** Files of 25 MB in memory at the same time. */
const AT_ONCE = 3;

@Injectable()
class SaysTooLarge implements NestInterceptor {
  intercept(_: ExecutionContext, next: CallHandler) {
    return next.handle().pipe(catchError((error: unknown) => { throw error instanceof PayloadTooLargeException ? refused('too-large') : error; }));
  }
}

/** One file in the field "file", counted while it arrives. Whoever takes it hands it to `Arriving`, which removes it. */
export const TakesFile = () => applyDecorators(
  UseInterceptors(SaysTooLarge, FileInterceptor('file', { dest: folder, defParamCharset: 'utf8', limits: { fileSize: LARGEST_FILE, files: 1, fields: 0 } })),
  ApiConsumes('multipart/form-data'),
  ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } }),
);

/** Looks into files that have arrived, few at a time, outside any transaction. */
@Injectable()
export class Arriving {
  private busy = 0;
  private readonly waiting: (() => void)[] = [];

  async inspect(file: Arrived | undefined): Promise<Inspected> {
    if (!file) throw refused('missing');
    await this.turn();
    try {
      return await inspectedOrRefused(file.originalname, await readFile(file.path));
    } finally {
      this.waiting.shift()?.();
      this.busy -= 1;
      await this.forget(file);
    }
  }

  /** Also where it is refused before anybody looks into it. */
  async forget(file: Arrived | undefined): Promise<void> {
    if (file) await rm(file.path, { force: true });
  }

  private async turn(): Promise<void> {
    this.busy += 1;
    if (this.busy > AT_ONCE) await new Promise<void>((go) => this.waiting.push(go));
  }
}
