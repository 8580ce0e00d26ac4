export { can, signedIn } from './guards';
export { Page } from './page';
export { PageTitles } from './page-titles';
export { faultsOf, problemOf, type Fault, type Problem } from './problem';
export { Session } from './session';
export { sessionInterceptor } from './session-interceptor';
export { Theme, themes, type ThemeChoice } from './theme';
