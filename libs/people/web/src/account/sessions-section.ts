import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { OpenSession } from '@attest/shared/client';
import { Notice, Tag, dateInWords } from '@attest/shared/ui';
import { problemOf } from '@attest/shared/web';

const ways = { password: 'password', passkey: 'passkey', provider: 'your organisation’s account' } as const;

/** Every browser one is signed in with, each of which can be signed out from here. */
@Component({
  selector: 'att-sessions-section',
  imports: [Notice, Tag],
  templateUrl: './sessions-section.html',
  styleUrl: './sessions-section.scss',
})
export class SessionsSection {
  private readonly http = inject(HttpClient);

  readonly sessions = input.required<readonly OpenSession[]>();
  readonly changed = output();
  protected readonly failed = signal('');
  protected readonly others = computed(() => this.sessions().filter(({ current }) => !current).length);

  protected readonly wayOf = (way: OpenSession['way']) => ways[way];
  protected readonly at = (time: string) => dateInWords(time, 'time');

  protected end({ id }: OpenSession): Promise<void> {
    return this.ended(`/api/account/sessions/${id}`);
  }

  protected endOthers(): Promise<void> {
    return this.ended('/api/account/sessions');
  }

  private async ended(address: string): Promise<void> {
    this.failed.set('');
    try {
      await firstValueFrom(this.http.delete(address));
    } catch (error) {
      this.failed.set(problemOf(error).detail);
    }
    this.changed.emit();
  }
}
