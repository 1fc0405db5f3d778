import { findRequest, openOnRequest } from './map/openOnRequest';

const request = findRequest('cities-map');
request?.button.addEventListener(
  'click',
  () =>
    void openOnRequest(request, async () => {
      const { openCitiesMap } = await import('./map/citiesMap');
      return openCitiesMap(request.place);
    }),
);
if (request) request.button.hidden = false;
