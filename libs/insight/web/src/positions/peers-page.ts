import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { layoutDotStrip } from '@attest/domain/figures';
import { Drawing, EmptyState, Figure, FilterBar, FilterSelect, RagBadge, Symbols } from '@attest/shared/ui';
import { Page, Reading, Session } from '@attest/shared/web';
import { ComparePlaces } from '../compare-places';
import { InsightApi } from '../insight-api';
import { amongPeers, organisationsPerDot, outOfLine, peerLines, peersTitle, stripRows, type PeerLine } from './peer-figures';

/** One organisation among those like it: who is out of line, standard by standard. */
@Component({
  selector: 'att-peers-page',
  imports: [ComparePlaces, Drawing, EmptyState, Figure, FilterBar, FilterSelect, Page, RagBadge, Reading, Symbols],
  templateUrl: './peers-page.html',
})
export class PeersPage {
  private readonly api = inject(InsightApi);
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  readonly roundId = input.required<string>();
  readonly organisation = input<string>();
  /** `everybody`: all of the round rather than those like it. */
  readonly among = input<string>();

  protected readonly round = this.api.round(this.roundId);
  protected readonly positions = this.api.positions(this.roundId, signal({}));
  protected readonly own = computed(() => (this.positions.hasValue() ? this.positions.value().organisations.find(({ organisationId }) => organisationId === this.organisation()) ?? null : null));
  private readonly those = computed(() => (this.positions.hasValue() ? amongPeers(this.positions.value(), this.organisation(), this.among() === 'everybody') : []));
  protected readonly lines = computed(() => (this.positions.hasValue() ? peerLines(this.positions.value(), this.those(), this.organisation()) : []));
  protected readonly options = computed(() => (this.positions.hasValue() ? this.positions.value().organisations.map(({ organisationId, name }) => ({ key: organisationId, label: name })) : []));
  protected readonly draw = computed(() => {
    const rows = this.positions.hasValue() ? stripRows(this.positions.value(), this.those(), this.organisation(), (standard) => this.linkTo(standard)) : [];
    return (width: number) => layoutDotStrip(rows, width);
  });
  protected readonly picture = computed(() => this.draw()(720));
  protected readonly perDot = computed(() => organisationsPerDot(this.those().length));
  protected readonly heading = computed(() => (this.own() ? `${this.own()!.name} among ${this.among() === 'everybody' ? 'everybody' : 'its peers'}` : 'Beside its peers'));
  protected readonly title = computed(() => (this.own() ? peersTitle(this.own()!.name, this.lines()) : 'How all organisations are spread'));
  protected readonly subtitle = computed(() => {
    const who = this.own() && this.among() !== 'everybody' ? this.own()!.peers.toLowerCase() : 'all that returned';
    return `Points won, per cent of those available; ${this.those().length} organisations: ${who}; ${this.positions.hasValue() ? `${this.positions.value().round.name}${this.positions.value().provisional ? ' [p]' : ''}` : ''}`;
  });
  protected readonly everybodyOption = [{ key: 'everybody', label: 'Everybody in the round' }];

  protected levelOf(key: string | null) {
    return (this.positions.hasValue() && this.positions.value().levels.find((level) => level.key === key)) || null;
  }

  protected said(line: PeerLine): string {
    const side = outOfLine(line);
    return side === null ? 'in line' : side === 'lower' ? 'lower than most' : 'higher than most';
  }

  protected percent = (share: number | null): string => (share === null ? '[x]' : `${share.toFixed(share === 100 ? 0 : 1)}%`);

  protected choose(change: Record<string, string | null>): void {
    void this.router.navigate([], { queryParams: change, queryParamsHandling: 'merge' });
  }

  private linkTo(standard: string): string | null {
    return this.session.can('insight.words') && standard !== '' ? `/compare/${this.roundId()}/standards/${encodeURIComponent(standard)}?organisation=${this.organisation()}` : null;
  }
}
