import './site.css';

// What only serves pages without scripts goes.
document.documentElement.classList.add('scripted');

// Who leaves in a hurry does not want the way back to lead here.
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.leave') : null;
  if (link !== null) {
    event.preventDefault();
    location.replace(link.href);
  }
});
