import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BoardRow } from '@attest/shared/client';
import { DatePipe, Icon, Tag } from '@attest/shared/ui';
import { ariaSort, nextSort, type SortKey } from './board-order';
import { boardStateTones, boardStateWords } from './round-words';

interface Column { readonly key: SortKey | null; readonly label: string }

@Component({
  selector: 'att-board-table',
  imports: [DatePipe, Icon, RouterLink, Tag],
  templateUrl: './board-table.html',
  styleUrl: './board-table.scss',
})
export class BoardTable {
  readonly rows = input.required<readonly BoardRow[]>();
  readonly sort = input<string>();
  readonly groupTitle = input('Group');
  readonly sorted = output<string>();

  protected readonly columns = computed<readonly Column[]>(() => [
    { key: 'name', label: 'Organisation' }, { key: null, label: 'State' }, { key: 'answered', label: 'Answered' },
    { key: 'group', label: this.groupTitle() }, { key: 'area', label: 'Area' }, { key: 'saved', label: 'Last saved' }, { key: 'submitted', label: 'Submitted' },
  ]);
  protected readonly words = boardStateWords;
  protected readonly tones = boardStateTones;
  protected readonly nextSort = nextSort;
  protected readonly ariaSort = ariaSort;
}
