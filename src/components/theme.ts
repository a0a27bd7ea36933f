/** What the choices of a theme do (starlight/ThemeSelect.astro), in the header and in the menu of narrow screens: both show the same, and it is remembered. */
const choice = document.querySelector('.theme-select');
if (choice) document.querySelector('.menu-foot')?.append(choice.cloneNode(true));
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
