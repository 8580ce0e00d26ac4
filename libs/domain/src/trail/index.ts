export { deedKindWords, deedKinds, deeds, routesOfKind, type DeedKind } from './deeds';
export { inWords, type Told } from './sentence';
