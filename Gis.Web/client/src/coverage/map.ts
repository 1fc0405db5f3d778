import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { Map, setWorkerUrl } from 'maplibre-gl';
setWorkerUrl(workerUrl);
export const f = () => new Map({container: 'x'});
