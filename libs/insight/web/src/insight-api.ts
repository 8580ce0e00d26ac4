import { httpResource } from '@angular/common/http';
import { Injectable, type Signal } from '@angular/core';
import type { AnswerEvidence, HeatmapFilters, HeatmapView, InsightFilters, PositionsView, QuestionDetail, QuestionHeatmapFilters, QuestionHeatmapView, ResponseRatesView, RoundView, SideBySideView, StandardDetail, StandardFilters, TrendFilters, TrendView } from '@attest/shared/client';
import { chosen, steady } from '@attest/shared/web';

/** What this feature asks of the API. */
@Injectable({ providedIn: 'root' })
export class InsightApi {
  rounds() {
    return httpResource<RoundView[]>(() => '/api/rounds');
  }

  round(id: Signal<string>) {
    return httpResource<RoundView>(() => `/api/rounds/${id()}`);
  }

  heatmap(roundId: Signal<string>, filters: Signal<HeatmapFilters>) {
    return steady(httpResource<HeatmapView>(() => ({ url: `/api/rounds/${roundId()}/heatmap`, params: chosen(filters()) })));
  }

  responseRates(roundId: Signal<string>, filters: Signal<InsightFilters>) {
    return steady(httpResource<ResponseRatesView>(() => ({ url: `/api/rounds/${roundId()}/response-rates`, params: chosen(filters()) })));
  }

  trend(roundId: Signal<string>, filters: Signal<TrendFilters>) {
    return steady(httpResource<TrendView>(() => ({ url: `/api/rounds/${roundId()}/trend`, params: chosen(filters()) })));
  }

  questionHeatmap(roundId: Signal<string>, filters: Signal<QuestionHeatmapFilters>) {
    return steady(httpResource<QuestionHeatmapView>(() => ({ url: `/api/rounds/${roundId()}/question-heatmap`, params: chosen(filters()) })));
  }

  positions(roundId: Signal<string>, filters: Signal<InsightFilters>) {
    return steady(httpResource<PositionsView>(() => ({ url: `/api/rounds/${roundId()}/positions`, params: chosen(filters()) })));
  }

  sideBySide(roundId: Signal<string>, sides: Signal<string>) {
    return steady(httpResource<SideBySideView>(() => ({ url: `/api/rounds/${roundId()}/side-by-side`, params: chosen({ with: sides() }) })));
  }

  standard(roundId: Signal<string>, standard: Signal<string>, filters: Signal<StandardFilters>) {
    return httpResource<StandardDetail>(() => ({ url: `/api/rounds/${roundId()}/standards/${encodeURIComponent(standard())}`, params: chosen(filters()) }));
  }

  question(roundId: Signal<string>, questionId: Signal<string>, filters: Signal<InsightFilters>) {
    return httpResource<QuestionDetail>(() => ({ url: `/api/rounds/${roundId()}/questions/${questionId()}`, params: chosen(filters()) }));
  }

  questionEvidence(roundId: Signal<string>, questionId: Signal<string>) {
    return httpResource<AnswerEvidence[]>(() => `/api/rounds/${roundId()}/questions/${questionId()}/evidence`);
  }
}
