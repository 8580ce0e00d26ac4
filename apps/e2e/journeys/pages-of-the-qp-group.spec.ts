import { axeFindsNothingFor } from '../pages';

axeFindsNothingFor('quality', 'executive');
