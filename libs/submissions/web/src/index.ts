export { reopeningsRoutes, verifyRoutes } from './reopenings-routes';
export { evidenceRoutes, returnsRoutes } from './returns-routes';
export { shortLinkRoutes } from './short-link';
export { sendWhatWaits } from './saving/waiting-answers';
