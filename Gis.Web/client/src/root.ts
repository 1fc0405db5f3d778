/** What every path of this city's pages begins with: nothing at the root of the site, else the city's code, as "/640200". */
export const root = document.documentElement.dataset.root ?? '';
