import { startMap } from './finder/mapButton';
import { startPosition } from './finder/position';

startPosition();
startMap();
