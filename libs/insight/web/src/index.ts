export { compareRoutes } from './compare-routes';
export { trendsRoutes } from './trends/trends-routes';
