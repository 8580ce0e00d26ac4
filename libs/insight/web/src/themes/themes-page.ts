import { Component, inject, signal } from '@angular/core';
import type { ThemeView } from '@attest/shared/client';
import { EmptyState, Field, FieldInput, Notice, Tag } from '@attest/shared/ui';
import { Page, Session, faultsOf, problemOf } from '@attest/shared/web';
import { ThemesApi } from './themes-api';

/** What answers can have in common, as the partnership calls it. */
@Component({
  selector: 'att-themes-page',
  imports: [EmptyState, Field, FieldInput, Notice, Page, Tag],
  template: `
    <att-page heading="Themes" back="/findings" backLabel="Findings" [of]="themes" lead="What answers have in common across standards. They are given on the page of a question.">
      @if (themes.hasValue()) {
        @if (refused()) { <att-notice tone="warning" announce>{{ refused() }}</att-notice> }
        @if (themes.value().length > 0) {
          <table class="att-table">
            <caption class="att-visually-hidden">Themes and how many answers have each</caption>
            <thead><tr><th scope="col">Theme</th><th scope="col" class="number">Answers</th>@if (writes) { <th scope="col"><span class="att-visually-hidden">What can be done</span></th> }</tr></thead>
            <tbody>
              @for (theme of themes.value(); track theme.id) {
                <tr>
                  <th scope="row">{{ theme.name }}&ngsp;@if (theme.retired) { <att-tag tone="quiet">Retired</att-tag> }</th>
                  <td class="number">{{ theme.answers }}</td>
                  @if (writes) { <td><button type="button" class="att-button att-button--quiet att-button--small" (click)="turn(theme)">{{ theme.retired ? 'Take up again' : 'Retire' }}<span class="att-visually-hidden"> {{ theme.name }}</span></button></td> }
                </tr>
              }
            </tbody>
          </table>
        } @else { <att-empty-state heading="There are no themes yet" text="A theme gathers answers that have something in common, such as supervision or waiting times." /> }
        @if (writes) {
          <form novalidate (submit)="add($event, name)">
            <att-field label="New theme" name="theme" hint="Two or three words, such as Supervision" [error]="wrong()"><input attInput #name type="text" maxlength="60" autocomplete="off" /></att-field>
            <div class="att-buttons"><button type="submit" class="att-button att-button--primary">Add theme</button></div>
          </form>
        }
      }
    </att-page>
  `,
  styles: 'table, form { max-width: 40rem; } form { margin-top: 24px; } .att-buttons { margin-top: 12px; }',
})
export class ThemesPage {
  private readonly api = inject(ThemesApi);
  protected readonly writes = inject(Session).can('insight.write');
  protected readonly themes = this.api.themes();
  protected readonly wrong = signal('');
  protected readonly refused = signal('');

  protected async add(event: Event, name: HTMLInputElement): Promise<void> {
    event.preventDefault();
    this.wrong.set('');
    try {
      await this.api.add(name.value);
      name.value = '';
      this.themes.reload();
    } catch (error) {
      this.wrong.set(faultsOf(problemOf(error))[0]!.detail);
    }
  }

  protected async turn({ id, name, retired }: ThemeView): Promise<void> {
    this.refused.set('');
    try {
      await this.api.change({ id, name, retired: !retired });
    } catch (error) {
      this.refused.set(problemOf(error).detail);
    }
    this.themes.reload();
  }
}
