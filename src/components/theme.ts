/** What the choices of a theme do (starlight/ThemeSelect.astro): both show the same, and it is remembered. */
const key = 'starlight-theme';
const light = matchMedia('(prefers-color-scheme: light)');
const selects = document.querySelectorAll<HTMLSelectElement>('.theme-select select');
let theme = 'auto';
const show = (): void => {
	document.documentElement.dataset['theme'] = theme === 'auto' ? (light.matches ? 'light' : 'dark') : theme;
	for (const select of selects) select.value = theme;
};
try {
	theme = localStorage.getItem(key) || theme;
} catch { /* no storage: the choice is for this page */ }
show();
light.addEventListener('change', show);
for (const select of selects) select.addEventListener('change', () => {
	theme = select.value;
	show();
	try {
		localStorage.setItem(key, theme === 'auto' ? '' : theme);
	} catch { /* as above */ }
});
