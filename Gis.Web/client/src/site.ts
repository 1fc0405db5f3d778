import './site.css';

// What only serves pages without scripts goes.
document.documentElement.classList.add('scripted');

// What anybody may read is kept for the next time without a network, once this page has all it needs.
if (
  'serviceWorker' in navigator &&
  window.isSecureContext &&
  !/^(\/en)?\/(plan|firm|village|account)/.test(location.pathname)
)
  window.addEventListener('load', () =>
    setTimeout(() => void navigator.serviceWorker.register('/sw.js').catch(() => undefined), 2_000),
  );
