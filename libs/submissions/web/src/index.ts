export { returnsRoutes } from './returns-routes';
export { shortLinkRoutes } from './short-link';
