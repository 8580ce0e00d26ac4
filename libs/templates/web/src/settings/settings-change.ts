import type { Settings } from '@attest/domain/authoring';

export interface SettingsChange {
  readonly changes: Settings;
  readonly when: 'now' | 'soon';
}
