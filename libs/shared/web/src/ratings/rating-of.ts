import { httpResource } from '@angular/common/http';
import type { Signal } from '@angular/core';
import type { RatingView } from '@attest/shared/client';

/** Why a return is rated as it is: the whole of it, or a section by its key. */
export function ratingOf(submissionId: Signal<string>, section: Signal<string | undefined>) {
  return httpResource<RatingView>(() => `/api/submissions/${submissionId()}/${section() ? `ratings/${encodeURIComponent(section()!)}` : 'rating'}`);
}

/** Its page, as parts of an address. */
export function placeOf(submissionId: string, section: string | undefined): readonly string[] {
  return ['/returns', submissionId, ...(section ? ['ratings', section] : ['rating'])];
}
