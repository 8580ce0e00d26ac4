export { reopeningsRoutes, verifyRoutes } from './reopenings-routes';
export { evidenceRoutes, returnsRoutes } from './returns-routes';
export { shortLinkRoutes } from './short-link';
export { guestRoutes } from './guests/guest-routes';
export { sendWhatWaits } from './saving/waiting-answers';
