/** Shared by every demonstration account, and worth nothing where there is no demonstration. */
export const DEMONSTRATION_PASSWORD = 'keep-children-safer';
