import { HttpClient } from '@angular/common/http';
import { inject } from '@angular/core';
import { RedirectCommand, Router, type CanActivateFn, type Routes } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import type { SubmissionSummary, SubmissionView } from '@attest/shared/client';

/**
 * What is printed on a blank form, short enough to be typed: `/r/` with the end of a return's identifier and, where one wants it,
 * the number of a section. Looked for among one's own returns, so that it opens nothing to anybody else.
 */
const follow: CanActivateFn = async ({ params }, { url }) => {
  const [http, router] = [inject(HttpClient), inject(Router)];
  const get = <T>(path: string) => firstValueFrom(http.get<T>(path));
  const nowhere = new RedirectCommand(router.parseUrl('/not-found'), { browserUrl: url });
  const returns = await get<SubmissionSummary[]>('/api/submissions').catch(() => []);
  const found = returns.find(({ id }) => id.endsWith(params['code']));
  if (!found) return nowhere;
  if (!params['section']) return router.createUrlTree(['/returns', found.id]);
  const { sections } = await get<SubmissionView>(`/api/submissions/${found.id}`).catch(() => ({ sections: [] as SubmissionView['sections'] }));
  const first = sections.find(({ ref }) => ref === params['section'])?.questions[0];
  return router.createUrlTree(first ? ['/returns', found.id, 'questions', first.id] : ['/returns', found.id]);
};

/** Nothing is ever drawn here: whoever follows one is sent on. */
export const shortLinkRoutes: Routes = [{ path: ':code', canActivate: [follow], children: [] }, { path: ':code/:section', canActivate: [follow], children: [] }];
