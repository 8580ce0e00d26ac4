import { axeFindsNothingFor } from '../pages';

axeFindsNothingFor('unit');
