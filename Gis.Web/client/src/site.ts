import { root } from './root';
import './site.css';

// What only serves pages without scripts goes.
document.documentElement.classList.add('scripted');

// What anybody may read is kept for the next time without a network, once this page has all it needs.
if (
  'serviceWorker' in navigator &&
  window.isSecureContext &&
  !/^(\/en)?\/(plan|firm|village|account)/.test(location.pathname.slice(root.length))
)
  window.addEventListener('load', () =>
    setTimeout(() => void navigator.serviceWorker.register(`${root}/sw.js`).catch(() => undefined), 2_000),
  );

// Who leaves in a hurry does not want the way back to lead here.
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.leave') : null;
  if (link !== null) {
    event.preventDefault();
    location.replace(link.href);
  }
});
