async function x() { const m = await import('./coverage/map'); m.f(); }
void x();
