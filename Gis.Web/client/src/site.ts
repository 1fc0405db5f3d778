import './site.css';

// What only serves pages without scripts goes.
document.documentElement.classList.add('scripted');
