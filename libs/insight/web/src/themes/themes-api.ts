import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, inject, type Signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { MarkedPractice, PracticeView, QuestionMarks, ThemeView } from '@attest/shared/client';

@Injectable({ providedIn: 'root' })
export class ThemesApi {
  private readonly http = inject(HttpClient);

  themes() {
    return httpResource<ThemeView[]>(() => '/api/themes');
  }

  practices() {
    return httpResource<PracticeView[]>(() => '/api/good-practice');
  }

  marks(roundId: Signal<string>, questionId: Signal<string>) {
    return httpResource<QuestionMarks>(() => `/api/rounds/${roundId()}/questions/${questionId()}/marks`);
  }

  add(name: string): Promise<ThemeView> {
    return firstValueFrom(this.http.post<ThemeView>('/api/themes', { name }));
  }

  change({ id, name, retired }: Pick<ThemeView, 'id' | 'name' | 'retired'>): Promise<ThemeView> {
    return firstValueFrom(this.http.put<ThemeView>(`/api/themes/${id}`, { name, retired }));
  }

  giveThemes(submissionId: string, questionId: string, themeIds: readonly string[]): Promise<void> {
    return firstValueFrom(this.http.put<void>(`/api/submissions/${submissionId}/answers/${questionId}/themes`, { themeIds }));
  }

  markPractice(submissionId: string, questionId: string, practice: MarkedPractice): Promise<void> {
    return firstValueFrom(this.http.put<void>(`/api/submissions/${submissionId}/answers/${questionId}/good-practice`, practice));
  }

  unmarkPractice(submissionId: string, questionId: string): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`/api/submissions/${submissionId}/answers/${questionId}/good-practice`));
  }
}
