export const PEOPLE_SETTINGS = Symbol('settings of the people feature');

export interface PeopleSettings {
  readonly demo: boolean;
  readonly secureCookies: boolean;
}

/** Shared by every demonstration account, and worth nothing where there is no demonstration. */
export const DEMONSTRATION_PASSWORD = 'keep-children-safer';
