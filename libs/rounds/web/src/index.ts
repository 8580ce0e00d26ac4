export { roundsRoutes } from './rounds-routes';
