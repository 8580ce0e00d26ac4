export { compareRoutes } from './compare-routes';
export { trendsRoutes } from './trends/trends-routes';
export { publishedRoutes } from './published/published-routes';
export { findingsRoutes } from './findings/findings-routes';
