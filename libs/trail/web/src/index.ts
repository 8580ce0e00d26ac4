export { trailRoutes } from './trail-routes';
